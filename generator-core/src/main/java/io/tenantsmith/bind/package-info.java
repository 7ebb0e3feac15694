/**
 * YAML documents to records of the model, by hand, keeping the good parts of a file that is not all
 * good. Entry: {@link io.tenantsmith.bind.Binder}. Must not know the schema, other files, or how
 * layers are merged.
 */
@NullMarked
package io.tenantsmith.bind;

import org.jspecify.annotations.NullMarked;
