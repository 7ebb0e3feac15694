package io.tenantsmith.steps;

import io.tenantsmith.engine.StepPlan.Topic;
import java.util.Locale;

/** From suspended to retained: nothing runs any more, all data is kept. */
final class RetainingStep implements StepDescription {

  @Override
  public void describe(Passage passage, StepDraft draft) {
    Workload before = passage.runningBefore();
    draft.say(Topic.PEOPLE, "nothing answers any more", new Doors(passage).sites());
    draft.sayOf(Topic.PEOPLE, "certificates go", before.certificates());
    before
        .database()
        .ifPresent(database -> draft.say(Topic.RUNS, database + ", stops; its claims are kept"));
    draft.sayOf(Topic.COPIES, "made from here", passage.runningAfter().copies());
    new Keeping(passage).describe(draft);
    KeptCost.describe(passage, draft);
    checks(passage, before, draft);
    draft.say(Topic.BACK, "state: active; or state: suspended, with closed doors");
  }

  private static void checks(Passage passage, Workload before, StepDraft draft) {
    String kubectl = "kubectl -n " + passage.namespace() + " ";
    before
        .nightly()
        .ifPresent(
            backup ->
                draft.before(
                    "a backup was made after the tenant was suspended",
                    String.format(
                        Locale.ROOT,
                        "%sget physicalbackup %s -o jsonpath='{.status.lastScheduleTime}"
                            + " {.status.conditions[?(@.type==\"Complete\")].status}'",
                        kubectl,
                        backup.ref().name()),
                    "a time after the suspension, and True"));
    before
        .export()
        .ifPresent(
            job ->
                draft.before(
                    "the export is whole",
                    String.format(
                        Locale.ROOT,
                        "kubectl -n %s wait --for=condition=complete job/%s",
                        passage.namespace(),
                        job.name()),
                    "condition met"));
    if (before.isReplicated()) {
      draft.before(
          "the instance that comes back first is the newest",
          kubectl + "get mariadb mariadb -o jsonpath='{.status.currentPrimary}'",
          "mariadb-0");
    }
  }
}
