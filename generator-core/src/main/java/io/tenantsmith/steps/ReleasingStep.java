package io.tenantsmith.steps;

import io.tenantsmith.engine.StepPlan.Topic;
import java.util.List;

/** From retained to erasing: protection and sign-on go, the data is still there. */
final class ReleasingStep implements StepDescription {

  @Override
  public void describe(Passage passage, StepDraft draft) {
    String promised = new Keeping(passage).promised();
    if (!promised.isEmpty()) {
      draft.say(Topic.KEPT, "promised until " + promised);
    }
    draft.say(Topic.KEPT, "no data is deleted yet; whoever may delete it can from here");
    if (passage.runningAfter().copies().isEmpty()) {
      draft.sayOf(Topic.COPIES, "no longer made", passage.runningBefore().copies());
    }
    List<String> groups = SignOn.of(passage.old()).groups();
    draft.sayOf(
        Topic.SIGN_ON,
        "memberships of " + Workload.count(groups.size(), "group") + " are gone from here",
        groups);
    draft.sayOf(
        Topic.SIGN_ON,
        "removed from Authentik",
        SignOn.of(passage.fresh()).absent().stream().map(SignOn.Entry::display).toList());
    draft.say(Topic.BACK, "state: retained, the last undo");
  }
}
