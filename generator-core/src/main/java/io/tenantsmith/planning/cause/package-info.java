/**
 * Why something changes: which statements of the inputs, undone, would undo the change. Entry:
 * {@link io.tenantsmith.planning.cause.Causes}, once per plan, which is asked once per group.
 */
@NullMarked
package io.tenantsmith.planning.cause;

import org.jspecify.annotations.NullMarked;
