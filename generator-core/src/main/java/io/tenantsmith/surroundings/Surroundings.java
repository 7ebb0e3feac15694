package io.tenantsmith.surroundings;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * All that is not input and may differ from run to run. Nothing of it may reach a rendered byte; it
 * serves commit times, locks, back-off and credentials only.
 */
public interface Surroundings {

  /** The surroundings of this process. */
  static Surroundings ofThisProcess() {
    return new ProcessSurroundings();
  }

  /** The present time. */
  Instant now();

  /** Id of this process. */
  long processId();

  /** Name of this machine, for lock files and messages. */
  String hostName();

  /** A random number from 0 (inclusive) to 1 (exclusive), for back-off. */
  double jitter();

  /** Value of an environment variable, empty if it is not set. */
  Optional<String> environment(String name);

  /**
   * Waits.
   *
   * @throws InterruptedException if the thread was interrupted meanwhile
   */
  void sleep(Duration duration) throws InterruptedException;
}
