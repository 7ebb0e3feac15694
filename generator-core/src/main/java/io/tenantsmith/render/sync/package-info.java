/**
 * Contributors of what sync tools, Kustomize and readers of the tree see. Entries: {@link
 * io.tenantsmith.render.TenantContributor}, {@link io.tenantsmith.render.ClusterContributor},
 * {@link io.tenantsmith.render.FleetContributor}.
 */
@NullMarked
package io.tenantsmith.render.sync;

import org.jspecify.annotations.NullMarked;
