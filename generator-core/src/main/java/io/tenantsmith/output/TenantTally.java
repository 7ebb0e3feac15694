package io.tenantsmith.output;

import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.TenantState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of tenants. */
final class TenantTally {

  private final int before;
  private final List<String> added = new ArrayList<>();
  private final List<String> changed = new ArrayList<>();
  private final List<String> removed = new ArrayList<>();
  private final List<Plan.StateChange> steps = new ArrayList<>();

  TenantTally(int before) {
    this.before = before;
  }

  /**
   * Counts a tenant that is rendered.
   *
   * @param old its line in the current tree, or null if it has none
   * @param differs whether a manifest does
   */
  void rendered(PublishedTenant tenant, @Nullable IndexLine old, boolean differs) {
    String id = tenant.id().value();
    if (old == null) {
      added.add(id);
      return;
    }
    if (differs) {
      changed.add(id);
    }
    TenantState before = old.tenant().state();
    if (before != tenant.state()) {
      steps.add(new Plan.StateChange(id, before, tenant.state()));
    }
  }

  void removed(String id) {
    removed.add(id);
  }

  Plan.TenantChanges changes() {
    return new Plan.TenantChanges(added, changed, removed, steps, before);
  }
}
