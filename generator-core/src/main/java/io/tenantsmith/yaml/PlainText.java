package io.tenantsmith.yaml;

import java.util.Locale;
import java.util.Set;

/**
 * Decides which strings need no quotes: those that YAML 1.1, YAML 1.2 and Go's readers all read as
 * the same string.
 */
public final class PlainText {

  /** Words that some reader takes for a boolean or null, in any case. */
  private static final Set<String> WORDS =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", ".inf", ".nan");

  private static final int MAX_WORD_LENGTH = 5;
  private static final String BEGINNINGS = "yYnNoOtTfF.";

  /** The characters of a plain string, one bit each: every character of every file is looked up. */
  private static final long SAFE_BELOW_40 = bits(" +-./0123456789:=", 0);

  private static final long SAFE_FROM_40 =
      bits("@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", 0x40);

  private PlainText() {}

  /** Whether the text may be written as it is, as a key or a value. */
  public static boolean isSafe(String text) {
    return !text.isEmpty()
        && ":@+=- ".indexOf(text.charAt(0)) < 0
        && isMadeOfSafeCharacters(text)
        && !isAmbiguous(text);
  }

  /**
   * Whether some reader takes the bare text for something other than a string. Errs on the side of
   * yes.
   */
  public static boolean isAmbiguous(String text) {
    if (text.isEmpty()) {
      return true;
    }
    char first = text.charAt(0);
    if (first == '+' || first == '-') {
      return isAmbiguous(text.substring(1));
    }
    if (isDigit(first) || first == '.') {
      // Go drops every underscore first: 0__xe is 14 to it.
      return isNumberOrDate(text) || (text.indexOf('_') > 0 && isAmbiguous(text.replace("_", "")));
    }
    return isWord(text) || text.equals("~") || text.equals("=") || text.equals("<<");
  }

  private static boolean isNumberOrDate(String text) {
    return isWord(text)
        || text.startsWith("...")
        || isDecimal(text)
        || isPrefixed(text)
        || isDate(text);
  }

  private static boolean isMadeOfSafeCharacters(String text) {
    char previous = 0;
    for (int i = 0, length = text.length(); i < length; i++) {
      char c = text.charAt(i);
      if (!isSafe(c) || (c == ' ' && endsWord(previous))) {
        return false;
      }
      previous = c;
    }
    return !endsWord(previous);
  }

  /** Whether it is a space or colon, which must not be followed by a space or the end. */
  private static boolean endsWord(char c) {
    return c == ' ' || c == ':';
  }

  private static boolean isSafe(char c) {
    long bits = c < 0x40 ? SAFE_BELOW_40 : SAFE_FROM_40;
    return c < 0x80 && ((bits >>> (c & 0x3f)) & 1) != 0;
  }

  private static long bits(String characters, int first) {
    return characters.chars().mapToLong(c -> 1L << (c - first)).reduce(0, (a, b) -> a | b);
  }

  private static boolean isWord(String text) {
    return text.length() <= MAX_WORD_LENGTH
        && BEGINNINGS.indexOf(text.charAt(0)) >= 0
        && WORDS.contains(text.toLowerCase(Locale.ROOT));
  }

  /** Whether it is an integer, a fraction or base 60, with or without exponent. */
  private static boolean isDecimal(String text) {
    int end = skip(text, 0, "0123456789._:");
    boolean hasDigit = skip(text, 0, "._:") < end;
    if (!hasDigit) {
      return false;
    }
    return end == text.length() || isExponent(text, end);
  }

  private static boolean isExponent(String text, int start) {
    if (text.charAt(start) != 'e' && text.charAt(start) != 'E') {
      return false;
    }
    int sign = start + 1;
    int digits = sign < text.length() && "+-".indexOf(text.charAt(sign)) >= 0 ? sign + 1 : sign;
    return digits < text.length() && skip(text, digits, "0123456789_") == text.length();
  }

  /** Whether it is a hexadecimal, octal or binary integer. */
  private static boolean isPrefixed(String text) {
    if (text.length() < 3 || text.charAt(0) != '0') {
      return false;
    }
    int sign = "+-".indexOf(text.charAt(2)) < 0 ? 2 : 3; // Go takes 0b-1 for a number
    return switch (text.charAt(1)) {
      case 'x', 'X' -> skip(text, 2, "0123456789abcdefABCDEF_") == text.length();
      case 'o', 'O' -> skip(text, sign, "01234567_") == text.length();
      case 'b', 'B' -> skip(text, sign, "01_") == text.length();
      default -> false;
    };
  }

  /** Whether it begins like {@code 2026-11-25}; whatever follows may be a time. */
  private static boolean isDate(String text) {
    int year = skip(text, 0, "0123456789");
    if (year != 4 || year == text.length() || text.charAt(year) != '-') {
      return false;
    }
    int month = skip(text, year + 1, "0123456789");
    return month - year <= 3 && month < text.length() && text.charAt(month) == '-';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int skip(String text, int start, String characters) {
    int i = start;
    while (i < text.length() && characters.indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }
}
