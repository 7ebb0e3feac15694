/**
 * What a plan compares with: finds the base, its tree and the inputs that it was rendered from.
 * Entry: {@link io.tenantsmith.planning.side.BaseFinder}. Reads only.
 */
@NullMarked
package io.tenantsmith.planning.side;

import org.jspecify.annotations.NullMarked;
