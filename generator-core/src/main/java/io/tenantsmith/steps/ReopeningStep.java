package io.tenantsmith.steps;

import io.tenantsmith.engine.StepPlan.Topic;

/** From suspended or retained to active: everything comes back. */
final class ReopeningStep implements StepDescription {

  @Override
  public void describe(Passage passage, StepDraft draft) {
    Workload after = passage.runningAfter();
    Doors doors = new Doors(passage);
    draft.say(Topic.PEOPLE, "the site answers again", doors.sites());
    draft.sayOf(
        Topic.PEOPLE, "the tenant's groups have access to its namespace", doors.openedAccess());
    after.web().ifPresent(pods -> draft.say(Topic.RUNS, pods + " start"));
    if (after.chats()) {
      draft.say(Topic.RUNS, "Open WebUI starts");
    }
    new Revival(passage).describe(draft);
    draft.sayOf(Topic.SIGN_ON, "open again", SignOn.of(passage.fresh()).groups());
    draft.say(Topic.BACK, "state: suspended");
  }
}
