/** Tests of what two fleets differ in. */
@NullMarked
package io.tenantsmith.planning;

import org.jspecify.annotations.NullMarked;
