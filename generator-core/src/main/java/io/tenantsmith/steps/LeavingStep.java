package io.tenantsmith.steps;

import io.tenantsmith.engine.StepPlan.Topic;
import java.util.ArrayList;
import java.util.List;

/** The file of an erased tenant is removed. */
final class LeavingStep implements StepDescription {

  @Override
  public void describe(Passage passage, StepDraft draft) {
    draft.say(Topic.RUNS, "nothing in the cluster changes");
    List<String> free = new ArrayList<>(List.of(passage.id()));
    free.addAll(passage.hosts());
    draft.say(Topic.FREE, "another tenant may take id and hosts", free);
    draft.say(
        Topic.COPIES,
        "publish writes the certificate",
        List.of(CertificateFile.of(passage.id()).value()));
    draft.say(Topic.BACK, "none");
  }
}
