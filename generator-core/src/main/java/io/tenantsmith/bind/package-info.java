/**
 * YAML documents to records of the model, by hand, keeping what is good of a file that is not.
 * Entry: {@link io.tenantsmith.bind.Binder}. Must not know the schema, other files, or how layers
 * are put over each other.
 */
@NullMarked
package io.tenantsmith.bind;

import org.jspecify.annotations.NullMarked;
