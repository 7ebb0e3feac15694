package io.tenantsmith.diagnostic;

/**
 * How a report looks to people; programs get the same bytes whatever it is.
 *
 * @param coloured whether people get colours
 * @param width columns of the terminal
 */
public record Style(boolean coloured, int width) {

  /** The width where nobody knows a better one. */
  public static final int USUAL_WIDTH = 80;

  /** Without colours, 80 columns wide. */
  public static final Style PLAIN = new Style(false, USUAL_WIDTH);

  /** With colours, 80 columns wide. */
  public static final Style COLOURED = new Style(true, USUAL_WIDTH);

  private static final int LEAST_WIDTH = 40;
  private static final String RESET = "\u001b[0m";

  /** A terminal narrower than 40 columns wraps. */
  public Style {
    width = Math.max(width, LEAST_WIDTH);
  }

  /** The text in the colour of a severity. */
  String severity(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> in("1;31", text);
      case WARNING -> in("1;33", text);
      case NOTE -> in("1;36", text);
    };
  }

  /** A line that is added, in green. */
  public String added(String text) {
    return in("32", text);
  }

  /** A line that is removed, in red. */
  public String removed(String text) {
    return in("31", text);
  }

  /** What is changed, in yellow. */
  public String changed(String text) {
    return in("33", text);
  }

  /** A danger, in bold red. */
  public String danger(String text) {
    return in("1;31", text);
  }

  /** The text in bold. */
  String bold(String text) {
    return in("1", text);
  }

  /** The text in a faint style. */
  String faint(String text) {
    return in("2", text);
  }

  private String in(String code, String text) {
    return coloured ? "\u001b[" + code + "m" + text + RESET : text;
  }
}
