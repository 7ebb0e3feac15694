package io.tenantsmith.planning;

import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.plan.FileChange;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.planning.group.Group;
import io.tenantsmith.planning.group.Grouping;
import io.tenantsmith.planning.group.Member;
import io.tenantsmith.planning.group.OwnNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Puts tenants whose files and inputs differ alike into one group. */
final class TenantGroups implements TenantPass.Sink {

  private final Side before;
  private final RenderedSide after;
  private final Function<String, String> signatures;
  private final GroupReading reading;
  private final Grouping grouping = new Grouping();
  private final Map<Group, PlannedGroup> groups = new LinkedHashMap<>();

  /**
   * Groups of the tenants of two sides.
   *
   * @param signatures tells what of a tenant's inputs differs; tenants of a group agree in it
   * @param reading reads each group by its first tenant
   */
  TenantGroups(
      Side before, RenderedSide after, Function<String, String> signatures, GroupReading reading) {
    this.reading = reading;
    this.before = before;
    this.after = after;
    this.signatures = signatures;
  }

  @Override
  public void take(ComparedTenant tenant, List<ObjectChange> objects, List<FileChange> files) {
    SideTenant known = tenant.either();
    String id = known.id();
    OwnNames names = new OwnNames(id);
    for (Optional<ResolvedTenant> inputs : List.of(before.inputs(id), after.inputs(id))) {
      names = inputs.map(names::with).orElse(names);
    }
    Member member = new Member(id, known.tier(), known.cluster(), names, signatures.apply(id));
    Group group = grouping.add(member, tenant.fate(), objects, files);
    if (group.isNew() && tenant.after() != null) {
      after.inspect(id);
    }
    groups
        .computeIfAbsent(group, each -> new PlannedGroup(each, reading.first(each, tenant, files)))
        .add(tenant);
  }

  /** All of them, in the order of their first tenants. */
  List<PlannedGroup> all() {
    return List.copyOf(groups.values());
  }
}
