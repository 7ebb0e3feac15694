package io.tenantsmith.diagnostic;

import java.util.Locale;

/** Text as it may reach a terminal or a log: what a terminal would interpret is escaped. */
final class Printable {

  private Printable() {}

  /** The whole text, each unprintable code point as {@code \\u{...}}. */
  static String text(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(point -> out.append(point(point)));
    return out.toString();
  }

  /** One code point, itself or its escape. */
  static String point(int point) {
    return Quoted.isPrintable(point) ? Character.toString(point) : escape(point);
  }

  /** The escape of one code point. */
  static String escape(int point) {
    return "\\u{" + Integer.toHexString(point).toUpperCase(Locale.ROOT) + '}';
  }

  /** A place, escaped. */
  static String place(SourceRange range) {
    return text(range.display());
  }
}
