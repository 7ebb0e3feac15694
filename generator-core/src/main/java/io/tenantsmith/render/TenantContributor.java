package io.tenantsmith.render;

import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import java.util.List;

/** Brings one concern of a tenant. Pure: same tenant and fleet, same artifacts. */
public interface TenantContributor {

  /**
   * Renders the concern.
   *
   * @param siblings what the contributors before this one rendered for the tenant
   * @return its artifacts, often one; none where the tenant has not the concern
   */
  List<Artifact> contribute(ResolvedTenant tenant, Fleet fleet, List<Artifact> siblings);
}
