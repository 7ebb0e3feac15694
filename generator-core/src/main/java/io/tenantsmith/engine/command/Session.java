package io.tenantsmith.engine.command;

import io.tenantsmith.engine.Progress;
import io.tenantsmith.surroundings.Surroundings;

/**
 * The environment in which a command runs.
 *
 * @param surroundings clock, environment and machine
 * @param progress listens to the progress of the run
 */
public record Session(Surroundings surroundings, Progress progress) {

  /** This process, without reports of progress. */
  public static Session ofThisProcess() {
    return new Session(Surroundings.ofThisProcess(), Progress.NONE);
  }
}
