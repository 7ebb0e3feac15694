/**
 * The only place that reads clock, host, process, environment or randomness. Entry: {@link
 * io.tenantsmith.surroundings.Surroundings}, handed in by the front. Knows nothing but the JDK.
 */
@NullMarked
package io.tenantsmith.surroundings;

import org.jspecify.annotations.NullMarked;
