package io.tenantsmith.yaml;

/**
 * Decides which texts of several lines may be written as a literal block: texts that every reader
 * returns unchanged and that survive an editor that trims lines.
 */
final class LiteralText {

  private LiteralText() {}

  /** Whether a literal block can hold the text. */
  static boolean isSafe(String text) {
    return text.indexOf('\n') >= 0 && beginsAtTheMargin(text) && hasSafeCharacters(text);
  }

  /** Writes the block after its key or dash, without the final line break. */
  static void append(StringBuilder out, String text, int indent) {
    out.append('|');
    int end = text.length();
    if (!text.endsWith("\n")) {
      out.append('-');
    } else if (text.endsWith("\n\n")) {
      out.append('+');
      end--;
    } else {
      end--;
    }
    appendLines(out, text, end, indent);
  }

  private static void appendLines(StringBuilder out, String text, int end, int indent) {
    String margin = " ".repeat(indent);
    int start = 0;
    while (start <= end) {
      int found = text.indexOf('\n', start);
      int stop = found < 0 || found > end ? end : found;
      out.append('\n');
      if (stop > start) {
        // A part as a string of its own is copied at once, a range of a text one by one.
        out.append(margin).append(text.substring(start, stop));
      }
      start = stop + 1;
    }
  }

  /**
   * Whether the first line that is not empty, from which a reader learns the indentation, has none.
   */
  private static boolean beginsAtTheMargin(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\n') {
        return c != ' ' && c != '\t';
      }
    }
    return false;
  }

  private static boolean hasSafeCharacters(String text) {
    char previous = '\n';
    for (int i = 0, length = text.length(); i < length; i++) {
      char c = text.charAt(i);
      boolean isPlain = c >= ' ' && c < 0x7f;
      if (!isPlain
          && (isUnsafe(c, text, i)
              || (c == '\n' && isBlank(previous))
              || (c == '\t' && previous == '\n'))) {
        return false;
      }
      previous = c;
    }
    return !isBlank(previous);
  }

  private static boolean isUnsafe(char c, String text, int i) {
    if (c < 0x7f) {
      return c < ' ' && c != '\n' && c != '\t';
    }
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }
    return c < 0xa0 || c == '\u2028' || c == '\u2029' || (c >= '\ufdd0' && isOddAtTheEnd(c));
  }

  private static boolean isOddAtTheEnd(char c) {
    return c == '\ufeff' || c >= '\ufffe' || c <= '\ufdef';
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
