package io.tenantsmith.diagnostic;

import java.util.Locale;

/**
 * Makes text from inputs safe to print: one line, bounded, nothing that a terminal would interpret.
 */
public final class Quoted {

  private static final int MAX_CODE_POINTS = 80;

  private Quoted() {}

  /** The text in double quotes, escaped and cut after 80 characters. */
  public static String quote(String text) {
    return '"' + escape(text) + '"';
  }

  /** The text escaped and cut after 80 characters, without quotes. */
  public static String escape(String text) {
    StringBuilder out = new StringBuilder();
    int[] points = text.codePoints().limit(MAX_CODE_POINTS + 1L).toArray();
    for (int i = 0; i < Math.min(points.length, MAX_CODE_POINTS); i++) {
      append(out, points[i]);
    }
    if (points.length > MAX_CODE_POINTS) {
      out.append("...");
    }
    return out.toString();
  }

  /** Whether a code point may be printed as it is. */
  public static boolean isPrintable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static void append(StringBuilder out, int point) {
    if (point == '\n') {
      out.append("\\n");
    } else if (point == '\t') {
      out.append("\\t");
    } else if (point == '"') {
      out.append("\\\"");
    } else if (isPrintable(point)) {
      out.appendCodePoint(point);
    } else {
      out.append("\\u{").append(Integer.toHexString(point).toUpperCase(Locale.ROOT)).append('}');
    }
  }
}
