package io.tenantsmith.steps;

import io.tenantsmith.engine.StepPlan.Topic;

/** From erased back to erasing: what was forgotten is taken over again, by name. */
final class RepairingStep implements StepDescription {

  @Override
  public void describe(Passage passage, StepDraft draft) {
    draft.say(
        Topic.KEPT,
        "what is left in the cluster is taken over by name, unprotected; what is gone comes back"
            + " empty");
    draft.say(Topic.BACK, "state: erased, once this has been synced");
  }
}
