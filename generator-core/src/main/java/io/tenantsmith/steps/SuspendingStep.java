package io.tenantsmith.steps;

import io.tenantsmith.engine.StepPlan.Topic;

/** From active to suspended: the doors shut, all data stays live, the export is made. */
final class SuspendingStep implements StepDescription {

  @Override
  public void describe(Passage passage, StepDraft draft) {
    Workload before = passage.runningBefore();
    Workload after = passage.runningAfter();
    Doors doors = new Doors(passage);
    doors.shut(draft);
    draft.sayOf(
        Topic.PEOPLE, "access of the tenant's groups to its namespace ends", doors.closedAccess());
    before.web().ifPresent(pods -> draft.say(Topic.RUNS, pods + " stop"));
    if (before.chats() && !after.chats()) {
      draft.say(Topic.RUNS, "Open WebUI stops");
    }
    after.database().ifPresent(database -> draft.say(Topic.RUNS, database + ", runs on"));
    draft.sayOf(Topic.COPIES, "backups go on", after.copies());
    doors.export(draft);
    draft.sayOf(
        Topic.SIGN_ON,
        "refused from here; members stay in the groups",
        SignOn.of(passage.fresh()).groups());
    draft.say(Topic.BACK, "state: active");
  }
}
