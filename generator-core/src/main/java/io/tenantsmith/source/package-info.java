/**
 * Stage 1: one read of all inputs into memory. Entry: {@link io.tenantsmith.source.SourceReader},
 * which returns a {@link io.tenantsmith.source.SourceTree}. Must not know what is in a file.
 */
@NullMarked
package io.tenantsmith.source;

import org.jspecify.annotations.NullMarked;
