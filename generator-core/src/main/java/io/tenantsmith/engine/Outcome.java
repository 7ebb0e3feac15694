package io.tenantsmith.engine;

import java.util.Locale;

/** How a run ended; the launcher's exit code. */
public enum Outcome {
  /** Done, or nothing to do. */
  DONE(0),
  /** The inputs or the output were refused; nothing was written. */
  REFUSED(1),
  /** {@code check} found that the output is not current. */
  CHANGES_FOUND(2),
  /** A guard refused. */
  GUARD_REFUSED(3),
  /** Disk, Git or network failed. */
  ENVIRONMENT_FAILED(4),
  /** A question had to be asked and nobody is there; the number is that of sysexits.h. */
  WRONG_USAGE(64);

  private final int exitCode;

  Outcome(int exitCode) {
    this.exitCode = exitCode;
  }

  /** The word in reports for programs, for instance {@code guard-refused}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Exit code of the launcher. */
  public int exitCode() {
    return exitCode;
  }
}
