package io.tenantsmith.planning;

import io.tenantsmith.plan.Amounts;
import io.tenantsmith.planning.group.Group;

/** A group of tenants with what they request and pay together; it grows while tenants join it. */
final class PlannedGroup {

  private final Group group;
  private Amounts before = Amounts.NONE;
  private Amounts after = Amounts.NONE;

  PlannedGroup(Group group) {
    this.group = group;
  }

  void add(ComparedTenant tenant) {
    before = before.plus(tenant.amountsBefore());
    after = after.plus(tenant.amountsAfter());
  }

  Group group() {
    return group;
  }

  Amounts before() {
    return before;
  }

  Amounts after() {
    return after;
  }
}
