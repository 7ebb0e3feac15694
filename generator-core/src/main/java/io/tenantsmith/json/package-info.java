/**
 * The one writer of JSON text, in a layout of our own that never changes by itself, and a reader of
 * trees. Entries: {@link io.tenantsmith.json.JsonWriter}, {@link io.tenantsmith.json.JsonReader}.
 * Knows nothing of ours.
 */
@NullMarked
package io.tenantsmith.json;

import org.jspecify.annotations.NullMarked;
