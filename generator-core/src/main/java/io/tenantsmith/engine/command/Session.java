package io.tenantsmith.engine.command;

import io.tenantsmith.engine.Front;
import io.tenantsmith.engine.Progress;
import io.tenantsmith.engine.Questions;
import io.tenantsmith.surroundings.Surroundings;
import java.util.function.Consumer;

/**
 * The environment in which a command runs.
 *
 * @param surroundings clock, environment and machine
 * @param progress listens to the progress of the run
 * @param questions the person at the terminal, for commands that ask
 * @param front who runs the command, for the spelling of options
 * @param causes takes the exceptions behind diagnostics about disk and network
 */
public record Session(
    Surroundings surroundings,
    Progress progress,
    Questions questions,
    Front front,
    Consumer<Exception> causes) {

  /** A session of the launcher in which nobody can be asked and causes are dropped. */
  public Session(Surroundings surroundings, Progress progress) {
    this(surroundings, progress, Questions.NONE, Front.LAUNCHER, cause -> {});
  }

  /** This process, without reports of progress. */
  public static Session ofThisProcess() {
    return new Session(Surroundings.ofThisProcess(), Progress.NONE);
  }
}
