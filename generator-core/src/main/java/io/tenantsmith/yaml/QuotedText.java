package io.tenantsmith.yaml;

import java.util.HexFormat;

/**
 * Writes a string in double quotes so that every reader gets it back. What cannot be seen is
 * escaped; a lone surrogate, which UTF-8 cannot carry, becomes U+FFFD.
 */
public final class QuotedText {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private QuotedText() {}

  /** The text in double quotes, on one line. */
  public static String of(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2);
    append(out, text);
    return out.toString();
  }

  static void append(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        out.append("\\U").append(HEX.toHexDigits(text.codePointAt(i), 8));
        i++;
      } else {
        appendCharacter(out, c);
      }
    }
    out.append('"');
  }

  private static void appendCharacter(StringBuilder out, char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\t' -> out.append("\\t");
      case '\r' -> out.append("\\r");
      default -> appendPlainOrEscaped(out, c);
    }
  }

  private static void appendPlainOrEscaped(StringBuilder out, char c) {
    if (c >= ' ' && c < 0x7f) {
      out.append(c);
    } else if (Character.isSurrogate(c)) {
      out.append("\\uFFFD");
    } else if (c >= 0xa0 && isVisible(c)) {
      out.append(c);
    } else {
      out.append("\\u").append(HEX.toHexDigits(c));
    }
  }

  private static boolean isVisible(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
