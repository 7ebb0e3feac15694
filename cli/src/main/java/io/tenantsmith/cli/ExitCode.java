package io.tenantsmith.cli;

/** Exit codes that no {@link io.tenantsmith.engine.Outcome} has. */
final class ExitCode {

  /** Wrong usage, as sysexits.h numbers it. */
  static final int USAGE = 64;

  /** An internal error, as sysexits.h numbers it. */
  static final int BUG = 70;

  private ExitCode() {}
}
