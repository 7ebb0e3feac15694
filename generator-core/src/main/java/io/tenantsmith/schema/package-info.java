/**
 * The published JSON schemas against input files, with every error at its own key or value. Entry:
 * {@link io.tenantsmith.schema.SchemaCheck}. Must not know what a value means: that is for the
 * binder and the rules.
 */
@NullMarked
package io.tenantsmith.schema;

import org.jspecify.annotations.NullMarked;
