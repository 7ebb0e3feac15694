package io.tenantsmith.steps;

import io.tenantsmith.engine.StepPlan.Topic;

/** From retained back to suspended: the database comes back, the doors stay shut. */
final class RestoringStep implements StepDescription {

  @Override
  public void describe(Passage passage, StepDraft draft) {
    Doors doors = new Doors(passage);
    doors.shut(draft);
    new Revival(passage).describe(draft);
    draft.sayOf(Topic.COPIES, "made from here", passage.runningAfter().copies());
    doors.export(draft);
    draft.say(Topic.SIGN_ON, "stays refused");
    draft.say(Topic.BACK, "state: retained");
  }
}
