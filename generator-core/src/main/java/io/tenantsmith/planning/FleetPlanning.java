package io.tenantsmith.planning;

import io.tenantsmith.engine.Progress;
import io.tenantsmith.engine.StepPlan;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.TenantId;
import io.tenantsmith.model.TenantState;
import io.tenantsmith.output.Plan;
import io.tenantsmith.plan.Baseline;
import io.tenantsmith.plan.FleetPlan;
import io.tenantsmith.plan.PlanLimits;
import io.tenantsmith.rule.ClusterLoad;
import io.tenantsmith.run.SettledFleet;
import io.tenantsmith.run.StepPlans;
import io.tenantsmith.steps.StepHistory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole of a plan: what differs between two sides, and what that means for the fleet.
 *
 * @param inputs what of the inputs differs
 * @param loads where tenants are and what they request there
 */
public record FleetPlanning(
    Baseline base,
    Side before,
    RenderedSide after,
    ChangedInputs inputs,
    List<ClusterLoad> loads,
    Guards guards) {

  /** Copies the list. */
  public FleetPlanning {
    loads = List.copyOf(loads);
  }

  /** What of the limits of a publish some changes use. */
  @FunctionalInterface
  public interface Guards {

    /** Each of them. */
    List<PlanLimits.Guard> used(Plan.TenantChanges changes);
  }

  /**
   * What was made.
   *
   * @param steps what becomes of tenants whose state changes, by id
   */
  public record Made(FleetPlan plan, List<StepPlan> steps) {

    /** Copies the list. */
    public Made {
      steps = List.copyOf(steps);
    }
  }

  /** The fleet as it is now. */
  public Fleet fleet() {
    return settled().fleet();
  }

  /**
   * Makes it.
   *
   * @param commit the commit of the present inputs, as {@link FleetPlan#commit()} has it
   */
  public Made make(String commit, StepHistory history, Progress progress) throws IOException {
    PlanMaker.Found found = new PlanMaker(before, after, inputs).make(progress);
    FleetPlan plan =
        new FleetPlan(
            commit,
            base,
            found.counts(),
            found.groups(),
            settled().isPartial() ? List.of() : found.noEffect(),
            new PlanLimits(guards.used(changes(found.ids())), Rooms.of(loads)),
            leftOut());
    return new Made(plan, steps(found.ids(), history));
  }

  private SettledFleet settled() {
    return after.settled();
  }

  private Plan.TenantChanges changes(PlanMaker.TenantIds ids) {
    return new Plan.TenantChanges(
        ids.added(), ids.changed(), ids.removed(), stateChanges(ids), before.ids().size());
  }

  private List<Plan.StateChange> stateChanges(PlanMaker.TenantIds ids) {
    List<Plan.StateChange> changes = new ArrayList<>();
    for (String id : ids.changed()) {
      Optional<TenantState> from = before.published(id).map(PublishedTenant::state);
      TenantState to = after.inputs(id).orElseThrow().state();
      from.filter(state -> state != to)
          .ifPresent(state -> changes.add(new Plan.StateChange(id, state, to)));
    }
    return changes;
  }

  private List<StepPlan> steps(PlanMaker.TenantIds ids, StepHistory history) throws IOException {
    Map<String, PublishedTenant> known = new HashMap<>();
    for (String id : before.ids()) {
      before.published(id).ifPresent(tenant -> known.put(id, tenant));
    }
    StepPlans steps = new StepPlans(settled().fleet(), known.values(), history);
    StepPlans.Former former = (TenantId id) -> before.objects(id.value());
    for (Plan.StateChange change : stateChanges(ids)) {
      steps.add(after.render(change.id()), former);
    }
    if (!settled().isPartial()) {
      steps.addGone(settled().tenants(), former);
    }
    return steps.all();
  }

  private String leftOut() {
    return leftOut(settled());
  }

  /** What a part of a fleet leaves out; empty if it is the whole. */
  static String leftOut(SettledFleet settled) {
    int others = settled.tenants().size() - settled.selected().size();
    return others == 0 ? "" : others == 1 ? "1 tenant" : others + " tenants";
  }
}
