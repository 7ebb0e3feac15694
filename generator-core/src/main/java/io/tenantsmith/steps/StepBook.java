package io.tenantsmith.steps;

import io.tenantsmith.engine.StepPlan;
import io.tenantsmith.lifecycle.Step;
import io.tenantsmith.model.ResolvedTenant;
import java.util.Optional;

/** Which class says what a step does. */
public final class StepBook {

  private StepBook() {}

  /**
   * What a tenant's step does; empty if it stays in its state, if it is new, and for what is no
   * step.
   */
  public static Optional<StepPlan> plan(Passage passage) {
    return Step.between(
            passage.before().state(), passage.tenant().map(ResolvedTenant::state).orElse(null))
        .flatMap(StepBook::description)
        .map(description -> plan(passage, description));
  }

  private static StepPlan plan(Passage passage, StepDescription description) {
    StepDraft draft = new StepDraft(passage);
    description.describe(passage, draft);
    return draft.plan();
  }

  /** Who describes a step; a new tenant takes nothing away, and says all in its file. */
  private static Optional<StepDescription> description(Step step) {
    return switch (step) {
      case ADD, ADD_SUSPENDED -> Optional.empty();
      case SUSPEND -> Optional.of(new SuspendingStep());
      case RESUME, RESTORE -> Optional.of(new ReopeningStep());
      case RETAIN -> Optional.of(new RetainingStep());
      case RESTORE_SUSPENDED -> Optional.of(new RestoringStep());
      case RELEASE -> Optional.of(new ReleasingStep());
      case KEEP -> Optional.of(new KeepingStep());
      case ERASE -> Optional.of(new ErasingStep());
      case REPAIR -> Optional.of(new RepairingStep());
      case REMOVE -> Optional.of(new LeavingStep());
    };
  }
}
