package io.tenantsmith.publish;

import io.tenantsmith.git.InputDifference;
import io.tenantsmith.git.InputHistory;
import io.tenantsmith.surroundings.Surroundings;
import java.util.List;

/**
 * All that stays the same over the attempts of one publish.
 *
 * @param input the commit of the inputs
 * @param differences how the inputs differ from it
 * @param history the history that holds the commit
 */
record PublishJob(
    PublishTarget target,
    InputMark input,
    List<InputDifference> differences,
    InputHistory history,
    Surroundings surroundings) {

  /** Copies the list. */
  PublishJob {
    differences = List.copyOf(differences);
  }

  /** The branch that is pushed to. */
  String pushBranch() {
    PublishTarget.Destination destination = target.destination();
    return destination.mode().pushBranch(destination.branch().value(), input.commit());
  }
}
