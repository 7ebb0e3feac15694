package io.tenantsmith.publish;

import io.tenantsmith.git.CommitId;
import io.tenantsmith.git.InputHistory;
import io.tenantsmith.surroundings.Surroundings;

/** All that stays the same over the tries of one publish. */
record PublishJob(
    PublishTarget target,
    RenderSource source,
    TreeComparison comparison,
    InputState inputState,
    Surroundings surroundings) {

  /** The commit of the inputs and the history it stands in. */
  record InputState(CommitId commit, InputHistory history) {}

  CommitId input() {
    return inputState.commit();
  }

  InputHistory history() {
    return inputState.history();
  }
}
