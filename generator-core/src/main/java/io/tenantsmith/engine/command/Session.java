package io.tenantsmith.engine.command;

import io.tenantsmith.engine.Front;
import io.tenantsmith.engine.Progress;
import io.tenantsmith.surroundings.Surroundings;
import java.util.function.Consumer;

/**
 * The environment in which a command runs.
 *
 * @param surroundings clock, environment and machine
 * @param progress listens to the progress of the run
 * @param front who runs the command, for the spelling of options
 * @param causes takes the exceptions behind diagnostics about disk and network
 */
public record Session(
    Surroundings surroundings, Progress progress, Front front, Consumer<Exception> causes) {

  /** A session of the launcher that drops causes. */
  public Session(Surroundings surroundings, Progress progress) {
    this(surroundings, progress, Front.LAUNCHER, cause -> {});
  }

  /** This process, without reports of progress. */
  public static Session ofThisProcess() {
    return new Session(Surroundings.ofThisProcess(), Progress.NONE);
  }
}
