package io.tenantsmith.planning;

import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.planning.difference.TreeFile;
import io.tenantsmith.run.FleetRendering;
import io.tenantsmith.run.TenantFiles;
import org.jspecify.annotations.Nullable;

/**
 * A tenant, rendered for one side of a plan.
 *
 * @param side as the plan shows it, which costs as much as rendering it; null if nobody asked
 */
record ShownTenant(TenantFiles files, @Nullable SideTenant side) {

  /**
   * Renders a tenant.
   *
   * @param known the same tenant of another side, or null; what reads nothing that differs is taken
   *     from there
   */
  static ShownTenant of(
      ResolvedTenant tenant, FleetRendering rendering, @Nullable ShownTenant known) {
    return new ShownTenant(
        known == null ? rendering.files(tenant) : rendering.files(tenant, known.files), null);
  }

  /** The same, as the plan shows it. */
  ShownTenant with(FleetRendering rendering) {
    return side == null ? new ShownTenant(files, made(rendering)) : this;
  }

  /** With its objects as they arrive in the cluster, and what it requests and pays. */
  private SideTenant made(FleetRendering rendering) {
    ResolvedTenant tenant = files.tenant();
    return new SideTenant(
        tenant.id().value(),
        tenant.tier(),
        tenant.cluster().name().value(),
        files.patched().artifacts().stream().map(TreeFile::of).toList(),
        TenantAmounts.of(files, rendering.requests(files)));
  }
}
