package io.tenantsmith.planning;

import io.tenantsmith.plan.Amounts;
import io.tenantsmith.planning.group.Group;

/** A group of tenants with what they request and pay together; it grows while tenants join it. */
final class PlannedGroup {

  private final Group group;
  private final GroupReading.First first;
  private Amounts before = Amounts.NONE;
  private Amounts after = Amounts.NONE;

  /**
   * A group without anybody.
   *
   * @param first what was read of its first tenant
   */
  PlannedGroup(Group group, GroupReading.First first) {
    this.group = group;
    this.first = first;
  }

  void add(ComparedTenant tenant) {
    before = before.plus(tenant.amountsBefore());
    after = after.plus(tenant.amountsAfter());
  }

  Group group() {
    return group;
  }

  GroupReading.First first() {
    return first;
  }

  Amounts before() {
    return before;
  }

  Amounts after() {
    return after;
  }
}
