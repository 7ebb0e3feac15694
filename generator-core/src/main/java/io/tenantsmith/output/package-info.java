/**
 * The rendered tree and who owns what in it: {@link io.tenantsmith.output.OwnershipIndex}, {@link
 * io.tenantsmith.output.Planner}, and the writer of the output folder, the only one that writes
 * there. Must not know what a file means.
 */
@NullMarked
package io.tenantsmith.output;

import org.jspecify.annotations.NullMarked;
