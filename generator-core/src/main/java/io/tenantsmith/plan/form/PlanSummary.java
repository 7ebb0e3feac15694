package io.tenantsmith.plan.form;

import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.plan.ChangeGroup;
import io.tenantsmith.plan.DangerKind;
import io.tenantsmith.plan.FleetPlan;
import io.tenantsmith.plan.PlanLimits;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A plan in two lines: what becomes of how many tenants, and what is dangerous. */
public final class PlanSummary {

  private PlanSummary() {}

  /** {@code Plan: 1 to add, 30 to change, 0 to remove; 2,400 unchanged}. */
  public static String of(FleetPlan plan) {
    String rest = plan.leftOut().isEmpty() ? "" : "; left out: " + Quoted.line(plan.leftOut());
    return counts(plan) + rest;
  }

  /** The same without what a partial plan leaves out. */
  static String counts(FleetPlan plan) {
    FleetPlan.Counts counts = plan.counts();
    String changes =
        plan.hasChanges()
            ? String.format(
                Locale.ROOT,
                "%s to add, %s to change, %s to remove",
                Counted.of(counts.added()),
                Counted.of(counts.changed()),
                Counted.of(counts.removed()))
            : "no changes";
    return "Plan: " + changes + "; " + Counted.of(counts.unchanged()) + " unchanged";
  }

  /** {@code dangers: RESTART 29 tenants. guards: changed 1.3 % of 10 % allowed}. */
  public static String dangers(FleetPlan plan) {
    List<String> dangers = new ArrayList<>();
    places(plan).forEach((kind, places) -> dangers.add(kind.label() + " " + places));
    String list = dangers.isEmpty() ? "none" : String.join(", ", dangers);
    String guards = guards(plan.limits());
    return "dangers: " + list + (guards.isEmpty() ? "" : ". guards: " + guards);
  }

  /** {@code changed 1.3 % of 10 % allowed, removed 0 of 1 allowed}; empty if there are none. */
  static String guards(PlanLimits limits) {
    List<String> guards = new ArrayList<>();
    for (PlanLimits.Guard guard : limits.guards()) {
      String lift = guard.lift().isEmpty() ? "" : " (publish with " + guard.lift() + ")";
      guards.add(guard.display() + lift);
    }
    return Quoted.line(String.join(", ", guards));
  }

  /** For each kind of danger, whom it meets: {@code 29 tenants}. */
  static Map<DangerKind, String> places(FleetPlan plan) {
    Map<DangerKind, Integer> tenants = new EnumMap<>(DangerKind.class);
    Map<DangerKind, Integer> shared = new EnumMap<>(DangerKind.class);
    for (ChangeGroup group : plan.groups()) {
      for (DangerKind kind : GroupPhrase.kinds(group)) {
        boolean files = group.scope().shared();
        (files ? shared : tenants).merge(kind, files ? 1 : group.tenants().size(), Integer::sum);
      }
    }
    Map<DangerKind, String> places = new EnumMap<>(DangerKind.class);
    shared.forEach((kind, count) -> places.put(kind, "in shared files"));
    tenants.forEach(
        (kind, count) ->
            places.merge(kind, Counted.of(count, "tenant"), (files, who) -> who + " and " + files));
    return places;
  }
}
