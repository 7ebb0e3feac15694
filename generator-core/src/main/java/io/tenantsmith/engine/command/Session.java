package io.tenantsmith.engine.command;

import io.tenantsmith.engine.Progress;
import io.tenantsmith.engine.Questions;
import io.tenantsmith.surroundings.Surroundings;

/**
 * The environment in which a command runs.
 *
 * @param surroundings clock, environment and machine
 * @param progress listens to the progress of the run
 * @param questions the person at the terminal, for commands that ask
 */
public record Session(Surroundings surroundings, Progress progress, Questions questions) {

  /** A session in which nobody can be asked. */
  public Session(Surroundings surroundings, Progress progress) {
    this(surroundings, progress, Questions.NONE);
  }

  /** This process, without reports of progress. */
  public static Session ofThisProcess() {
    return new Session(Surroundings.ofThisProcess(), Progress.NONE);
  }
}
