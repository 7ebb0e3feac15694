package io.tenantsmith.steps;

import io.tenantsmith.engine.StepPlan;
import io.tenantsmith.model.TenantState;
import java.util.Map;
import java.util.Optional;

/** Which step says what it does. */
public final class StepBook {

  private static final Map<String, Step> STEPS =
      Map.ofEntries(
          step(TenantState.ACTIVE, TenantState.SUSPENDED, new SuspendingStep()),
          step(TenantState.SUSPENDED, TenantState.ACTIVE, new ReopeningStep()),
          step(TenantState.SUSPENDED, TenantState.RETAINED, new RetainingStep()),
          step(TenantState.RETAINED, TenantState.ACTIVE, new ReopeningStep()),
          step(TenantState.RETAINED, TenantState.SUSPENDED, new RestoringStep()),
          step(TenantState.RETAINED, TenantState.ERASING, new ReleasingStep()),
          step(TenantState.ERASING, TenantState.RETAINED, new KeepingStep()),
          step(TenantState.ERASING, TenantState.ERASED, new ErasingStep()),
          step(TenantState.ERASED, TenantState.ERASING, new RepairingStep()),
          Map.entry(TenantState.ERASED.label() + " " + StepPlan.Way.REMOVED, new LeavingStep()));

  private StepBook() {}

  /** What a tenant's step does; empty if it stays in its state, or for what is no step. */
  public static Optional<StepPlan> plan(Passage passage) {
    StepPlan.Way way = passage.way();
    return Optional.ofNullable(STEPS.get(way.from() + " " + way.to()))
        .map(
            step -> {
              StepDraft draft = new StepDraft(passage);
              step.describe(passage, draft);
              return draft.plan();
            });
  }

  private static Map.Entry<String, Step> step(TenantState from, TenantState to, Step step) {
    return Map.entry(from.label() + " " + to.label(), step);
  }
}
