package io.tenantsmith.render;

import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import java.util.List;

/** Renders one concern of a tenant. Pure: the same tenant and fleet give the same artifacts. */
public interface TenantContributor {

  /**
   * Renders the concern.
   *
   * @param siblings what the contributors before this one rendered for the tenant
   * @return its artifacts, often one; none if the tenant does not have the concern
   */
  List<Artifact> contribute(ResolvedTenant tenant, Fleet fleet, List<Artifact> siblings);
}
