package io.tenantsmith.steps;

import io.tenantsmith.engine.StepPlan.Topic;

/** From erasing back to retained: the last undo. */
final class KeepingStep implements StepDescription {

  @Override
  public void describe(Passage passage, StepDraft draft) {
    new Keeping(passage).describe(draft);
    draft.sayOf(Topic.COPIES, "made again", passage.runningAfter().copies());
    draft.sayOf(
        Topic.SIGN_ON,
        "made again and refused; memberships are not restored",
        SignOn.of(passage.fresh()).groups());
    draft.say(Topic.BACK, "state: erasing");
  }
}
