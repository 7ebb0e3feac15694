package io.tenantsmith.output;

import java.util.ArrayList;
import java.util.List;

/** Counts what becomes of tenants. */
final class TenantTally {

  private final int before;
  private final List<String> added = new ArrayList<>();
  private final List<String> changed = new ArrayList<>();
  private final List<String> removed = new ArrayList<>();

  TenantTally(int before) {
    this.before = before;
  }

  void rendered(String id, boolean wasThere, boolean differs) {
    if (!wasThere) {
      added.add(id);
    } else if (differs) {
      changed.add(id);
    }
  }

  void removed(String id) {
    removed.add(id);
  }

  Plan.TenantChanges changes() {
    return new Plan.TenantChanges(added, changed, removed, before);
  }
}
