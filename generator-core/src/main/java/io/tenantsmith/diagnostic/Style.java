package io.tenantsmith.diagnostic;

/** Whether people get colours; machines never do. */
public enum Style {
  PLAIN,
  COLOURED;

  private static final String RESET = "\u001b[0m";

  /** Colours if they are wanted. */
  public static Style of(boolean coloured) {
    return coloured ? COLOURED : PLAIN;
  }

  /** The text in the colour of a severity. */
  String severity(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> in("1;31", text);
      case WARNING -> in("1;33", text);
      case NOTE -> in("1;36", text);
    };
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
    return this == PLAIN ? text : "\u001b[" + code + "m" + text + RESET;
  }
}
