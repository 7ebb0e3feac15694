package io.tenantsmith.engine.command;

import io.tenantsmith.surroundings.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Measures how long a step takes, for the summary only. */
final class Stopwatch {

  private final Surroundings surroundings;
  private final Instant start;

  Stopwatch(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.start = surroundings.now();
  }

  /** Seconds since the start, for instance {@code 0.4 s}. */
  String text() {
    Duration taken = Duration.between(start, surroundings.now());
    return String.format(Locale.ROOT, "%.1f s", Math.max(0, taken.toMillis()) / 1000.0);
  }
}
