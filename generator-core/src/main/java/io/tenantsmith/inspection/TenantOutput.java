package io.tenantsmith.inspection;

import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import java.util.List;

/**
 * All that is rendered of one tenant.
 *
 * @param objects in the order of files and of objects in them
 */
record TenantOutput(ResolvedTenant tenant, Fleet fleet, List<InspectedObject> objects) {

  TenantOutput {
    objects = List.copyOf(objects);
  }
}
