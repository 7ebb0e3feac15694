package io.tenantsmith.diagnostic;

import java.util.Locale;

/**
 * Makes text from inputs safe to print: one line, bounded, nothing that a terminal would interpret.
 */
public final class Quoted {

  private static final int MAX_CODE_POINTS = 80;
  private static final int MAX_WORDS = 600;

  private Quoted() {}

  /** The text in double quotes, escaped and cut after 80 characters. */
  public static String quote(String text) {
    return '"' + escape(text) + '"';
  }

  /** The text escaped and cut after 80 characters, without quotes. */
  public static String escape(String text) {
    return escape(text, MAX_CODE_POINTS);
  }

  /**
   * What another program says, escaped: whole, since its reason may stand at its end, up to a bound
   * that no honest message reaches.
   */
  public static String words(String text) {
    return escape(text, MAX_WORDS);
  }

  /** A line of a file as it is, but for what a terminal would interpret. */
  public static String line(String text) {
    return Printable.text(text);
  }

  private static String escape(String text, int limit) {
    StringBuilder out = new StringBuilder();
    int[] points = text.codePoints().limit(limit + 1L).toArray();
    for (int i = 0; i < Math.min(points.length, limit); i++) {
      append(out, points[i]);
    }
    if (points.length > limit) {
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
