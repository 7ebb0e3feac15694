package io.tenantsmith.model;

import io.tenantsmith.diagnostic.Quoted;
import java.util.Locale;

/**
 * Names that people see: letters, marks, numbers, punctuation, symbols and the space inside, kept
 * as typed. An emoji is a symbol; one that joins several with U+200D is refused, because the joiner
 * is a format character and such characters can hide or reorder text.
 */
public final class DisplayName {

  /** Longest name, in code points. */
  public static final int MAX_LENGTH = 120;

  private static final String HINT =
      "use letters, numbers, punctuation, symbols and spaces between them";

  private DisplayName() {}

  /** Checks a text of 1 to 120 code points. */
  public static Checked<String> check(String text) {
    int length = text.codePointCount(0, text.length());
    if (length == 0 || length > MAX_LENGTH) {
      return Checked.refused(
          "a name of " + length + " characters", "use 1 to " + MAX_LENGTH + " characters");
    }
    int bad = text.codePoints().filter(c -> !isVisible(c)).findFirst().orElse(-1);
    if (bad >= 0) {
      String name = String.format(Locale.ROOT, "U+%04X", bad);
      return Checked.refused(
          Quoted.quote(text) + " holds the character " + name + ", which cannot be seen", HINT);
    }
    if (text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ') {
      return Checked.refused(
          Quoted.quote(text) + " begins or ends with a space", "remove that space");
    }
    return Checked.ok(text);
  }

  private static boolean isVisible(int point) {
    if (point == ' ') {
      return true;
    }
    return Quoted.isPrintable(point) && !Character.isSpaceChar(point) && !isBlank(point);
  }

  /**
   * Whether a letter, mark or symbol shows nothing: fillers, joiners, selectors other than
   * U+FE0E/F.
   */
  private static boolean isBlank(int point) {
    return switch (point) {
      case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
      default ->
          (point >= 0x180B && point <= 0x180F)
              || (point >= 0xFE00 && point <= 0xFE0D)
              || (point >= 0xE0000 && point <= 0xE0FFF);
    };
  }
}
