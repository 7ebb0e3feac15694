package io.tenantsmith.run;

import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.TenantState;
import io.tenantsmith.model.Workspace;
import io.tenantsmith.output.OwnershipIndex;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether the inputs take a tenant of a tree to another state. Where the tree is more than what is
 * published, such a step may be the second in a row, however well it follows the tree.
 */
record StepsTaken(OwnershipIndex tree) {

  boolean by(Workspace workspace) {
    Map<String, TenantState> stated = new HashMap<>();
    for (Tenant tenant : workspace.tenants()) {
      stated.put(tenant.fileStem(), tenant.state().value());
    }
    for (PublishedTenant before : tree.tenants()) {
      if (stated.get(before.id().value()) != before.state()) {
        return true;
      }
    }
    return false;
  }
}
