/**
 * The one writer of JSON text, in a layout of our own that never changes by itself. Entry: {@link
 * io.tenantsmith.json.JsonWriter}. Knows nothing but the JDK.
 */
@NullMarked
package io.tenantsmith.json;

import org.jspecify.annotations.NullMarked;
