package io.tenantsmith.planning;

import io.tenantsmith.plan.Amounts;
import io.tenantsmith.plan.ChangedTenant;
import io.tenantsmith.plan.Fate;
import io.tenantsmith.plan.FileChange;
import io.tenantsmith.plan.ObjectChange;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Tenants with the same change, together. */
final class TenantGroups implements TenantPass.Sink {

  record Group(
      Fate fate,
      String representative,
      List<ChangedTenant> tenants,
      List<ObjectChange> objects,
      List<FileChange> files,
      Amounts before,
      Amounts after) {}

  private final List<Group> groups = new ArrayList<>();

  @Override
  public void take(ComparedTenant tenant, List<ObjectChange> objects, List<FileChange> files) {
    SideTenant known = tenant.either();
    groups.add(
        new Group(
            tenant.fate(),
            known.id(),
            List.of(new ChangedTenant(known.id(), known.tier(), known.cluster(), new TreeMap<>())),
            objects,
            files,
            tenant.amountsBefore(),
            tenant.amountsAfter()));
  }

  List<Group> all() {
    return groups;
  }
}
