/**
 * What a user has to know about the inputs, as values. Entry: {@link
 * io.tenantsmith.diagnostic.Diagnostic}; {@link io.tenantsmith.diagnostic.Result} pairs a value
 * with them. Knows nothing but the JDK: not where a mistake comes from and not who prints it.
 */
@NullMarked
package io.tenantsmith.diagnostic;

import org.jspecify.annotations.NullMarked;
