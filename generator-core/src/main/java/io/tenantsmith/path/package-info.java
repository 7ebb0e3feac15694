/**
 * Paths inside a fleet or an output tree. Entry: {@link io.tenantsmith.path.RelativePath}. Knows
 * nothing but the JDK and touches no disk.
 */
@NullMarked
package io.tenantsmith.path;

import org.jspecify.annotations.NullMarked;
