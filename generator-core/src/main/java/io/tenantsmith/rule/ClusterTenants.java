package io.tenantsmith.rule;

import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Sourced;
import java.util.List;

/** Which tenants, of a known tier, are placed on a cluster. */
final class ClusterTenants {

  private ClusterTenants() {}

  static List<EffectiveTenant> of(Cluster cluster, Fleet fleet, Resolution resolution) {
    boolean only = fleet.clusters().size() == 1;
    return resolution.tenants().stream()
        .filter(tenant -> tenant.tierSettings().isPresent())
        .filter(
            tenant -> {
              Sourced<String> stated = tenant.tenant().placement().cluster();
              return stated == null ? only : stated.value().equals(cluster.name().value());
            })
        .toList();
  }
}
