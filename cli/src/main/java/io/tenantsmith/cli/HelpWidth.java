package io.tenantsmith.cli;

/** How many columns a help may fill: no line is so long that the eye loses the next one. */
final class HelpWidth {

  /** Longer lines are hard to read. */
  static final int LONGEST = 100;

  private HelpWidth() {}

  /** The width on that screen; picocli lays out nothing narrower than 55. */
  static int on(Screen screen) {
    return Math.max(55, Math.min(screen.columns(), LONGEST));
  }
}
