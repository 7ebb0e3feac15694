package io.tenantsmith.steps;

import io.tenantsmith.engine.StepPlan.Topic;
import io.tenantsmith.objects.Node;
import java.util.List;

/** What several steps say of a database and of routes that come back. */
record Revival(Passage passage) {

  void describe(StepDraft draft) {
    Workload before = passage.runningBefore();
    Workload after = passage.runningAfter();
    if (before.certificates().isEmpty()) {
      draft.sayOf(Topic.PEOPLE, "certificates may take minutes", after.certificates());
    }
    if (before.database().isEmpty()) {
      List<String> claims =
          Claims.ofDatabase(passage.before()).stream()
              .map(claim -> claim.displayIn(passage.namespace()))
              .toList();
      after
          .database()
          .ifPresent(
              database ->
                  draft.say(
                      Topic.RUNS, database + ", starts on the claims that were kept", claims));
    }
    after
        .nightly()
        .filter(b -> Node.of(b.tree()).at("spec", "schedule", "immediate").is(true))
        .filter(b -> passage.old().find(b.kind(), b.ref().name()).isEmpty())
        .ifPresent(
            backup ->
                draft.say(Topic.COPIES, "a backup runs at once", List.of(passage.name(backup))));
  }
}
