package io.tenantsmith.publish;

import io.tenantsmith.git.CommitId;
import io.tenantsmith.git.InputHistory;
import io.tenantsmith.surroundings.Surroundings;

/**
 * All that stays the same over the attempts of one publish.
 *
 * @param input the commit of the inputs
 * @param history the history that holds the commit
 */
record PublishJob(
    PublishTarget target, CommitId input, InputHistory history, Surroundings surroundings) {

  /** The branch that is pushed to. */
  String pushBranch() {
    PublishTarget.Destination destination = target.destination();
    return destination.mode().pushBranch(destination.branch().value(), input);
  }
}
