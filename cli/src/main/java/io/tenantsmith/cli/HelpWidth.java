package io.tenantsmith.cli;

import io.tenantsmith.surroundings.Surroundings;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * How many columns a help may fill: those of the terminal, but no line so long that the eye loses
 * the next one. COLUMNS wins, as everywhere; the wrapper script sets it.
 */
final class HelpWidth {

  /** What every terminal and every page of a manual has. */
  static final int WITHOUT_A_TERMINAL = 80;

  /** Longer lines are hard to read. */
  static final int LONGEST = 100;

  private HelpWidth() {}

  /** The width on that screen; only then is the terminal asked, which costs a process. */
  static int on(Screen screen, UsageMessageSpec usage) {
    int stated = stated(screen.surroundings());
    if (stated > 0) {
      return within(stated);
    }
    if (!screen.terminal()) {
      return WITHOUT_A_TERMINAL;
    }
    return within(usage.width(WITHOUT_A_TERMINAL).autoWidth(true).width());
  }

  private static int stated(Surroundings surroundings) {
    String columns = surroundings.environment("COLUMNS").orElse("");
    return columns.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(columns) : 0;
  }

  /** Picocli lays out nothing narrower than 55. */
  private static int within(int columns) {
    return Math.max(55, Math.min(columns, LONGEST));
  }
}
