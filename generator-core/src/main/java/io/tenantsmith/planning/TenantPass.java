package io.tenantsmith.planning;

import io.tenantsmith.engine.Progress;
import io.tenantsmith.plan.Fate;
import io.tenantsmith.plan.FileChange;
import io.tenantsmith.plan.FleetPlan;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.planning.difference.Difference;
import io.tenantsmith.planning.difference.MatchedObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Predicate;

/** Compares the tenants of two sides, one after the other, and keeps no tree of them. */
final class TenantPass {

  /** Takes what differs, tenant by tenant, in the order of their ids. */
  interface Sink {
    void take(ComparedTenant tenant, List<ObjectChange> objects, List<FileChange> files);
  }

  private final Side before;
  private final RenderedSide after;
  private final Predicate<String> alone;
  private final List<String> added = new ArrayList<>();
  private final List<String> changed = new ArrayList<>();
  private final List<String> removed = new ArrayList<>();
  private final Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
  private int unchanged;

  /**
   * A pass over the tenants of two sides.
   *
   * @param alone whether what is wrong with a tenant need not be wrong with its group
   */
  TenantPass(Side before, RenderedSide after, Predicate<String> alone) {
    this.before = before;
    this.after = after;
    this.alone = alone;
  }

  /** Compares the tenants of these ids. */
  void run(SortedSet<String> all, Progress progress, Sink sink) throws IOException {
    List<String> looked = RenderedAhead.mayDiffer(before, after, all);
    int done = all.size() - looked.size();
    unchanged += done;
    try (RenderedAhead ahead = new RenderedAhead(before, after, looked)) {
      for (String id : looked) {
        ahead.next();
        if (after.isSame(id, before)) {
          unchanged++;
        } else {
          compare(id, sink);
        }
        done++;
        progress.at("comparing", done, all.size());
      }
    }
  }

  private void compare(String id, Sink sink) throws IOException {
    ComparedTenant tenant = tenant(id);
    if (tenant.after() != null && (alone.test(id) || after.isPatched(id))) {
      after.inspect(id);
    }
    List<MatchedObject> matched = Difference.matched(tenant.filesBefore(), tenant.filesAfter());
    List<FileChange> files = Difference.files(tenant.filesBefore(), tenant.filesAfter());
    if (matched.isEmpty() && files.isEmpty()) {
      unchanged++;
    } else {
      ids(tenant.fateOfFile()).add(id);
      counts.merge(tenant.fate(), 1, Integer::sum);
      sink.take(tenant, Difference.values(matched), files);
    }
  }

  /** A tenant as it is on both sides. */
  ComparedTenant tenant(String id) throws IOException {
    return new ComparedTenant(
        before.ids().contains(id) ? before.tenant(id) : null,
        after.ids().contains(id) ? after.tenant(id) : null);
  }

  /** By what becomes of their files. */
  PlanMaker.TenantIds ids() {
    return new PlanMaker.TenantIds(added, changed, removed);
  }

  FleetPlan.Counts counts() {
    return new FleetPlan.Counts(
        count(Fate.ADDED), count(Fate.CHANGED), count(Fate.REMOVED), unchanged);
  }

  private int count(Fate fate) {
    return counts.getOrDefault(fate, 0);
  }

  private List<String> ids(Fate fate) {
    return switch (fate) {
      case ADDED -> added;
      case CHANGED -> changed;
      case REMOVED -> removed;
    };
  }
}
