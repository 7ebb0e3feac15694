package io.tenantsmith.engine.command;

import io.tenantsmith.engine.Progress;
import io.tenantsmith.surroundings.Surroundings;

/**
 * Where a command runs.
 *
 * @param surroundings clock, environment and machine
 * @param progress hears how far it is
 */
public record Session(Surroundings surroundings, Progress progress) {

  /** This process, without a word about progress. */
  public static Session ofThisProcess() {
    return new Session(Surroundings.ofThisProcess(), Progress.NONE);
  }
}
