package io.tenantsmith.model;

/** Style sheets that are put inside a style element. */
public final class StyleSheet {

  private static final int MAX_LENGTH = 20_000;

  private StyleSheet() {}

  /** Checks that a text cannot leave its style element. */
  public static Checked<String> check(String text) {
    if (text.length() > MAX_LENGTH) {
      return Checked.refused(
          "a style sheet of " + text.length() + " characters", "use at most " + MAX_LENGTH);
    }
    if (text.contains("</")) {
      return Checked.refused(
          "the style sheet holds \"</\"", "remove it: it would end the style element");
    }
    return Checked.ok(text);
  }
}
