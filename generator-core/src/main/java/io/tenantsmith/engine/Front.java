package io.tenantsmith.engine;

/** Who runs a command: diagnostics name an option as that front spells it. */
public enum Front {
  /** The launcher. */
  LAUNCHER,
  /** The Maven plugin. */
  MAVEN;

  /**
   * An option as its user wrote it.
   *
   * @param name words with hyphens between them
   */
  public String option(String name) {
    return switch (this) {
      case LAUNCHER -> "--" + name;
      case MAVEN -> "-Dtenantsmith." + camelCase(name);
    };
  }

  /** A command as its user runs it. */
  public String command(CommandName name) {
    return switch (this) {
      case LAUNCHER -> "tenantsmith " + name.label();
      case MAVEN -> "mvn tenantsmith:" + name.label();
    };
  }

  private static String camelCase(String name) {
    StringBuilder out = new StringBuilder();
    boolean upper = false;
    for (int i = 0; i < name.length(); i++) {
      char letter = name.charAt(i);
      if (letter != '-') {
        out.append(upper ? Character.toUpperCase(letter) : letter);
      }
      upper = letter == '-';
    }
    return out.toString();
  }
}
