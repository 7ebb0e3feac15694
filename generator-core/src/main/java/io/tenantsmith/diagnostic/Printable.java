package io.tenantsmith.diagnostic;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Text as it may reach a terminal or the log of a pipeline: what a terminal would interpret is
 * escaped, and what a pipeline's runner would obey.
 */
final class Printable {

  private Printable() {}

  /**
   * Commands of GitHub Actions, which may stand behind blanks, and those with {@code ##}, which
   * GitHub, Azure and TeamCity obey anywhere in a line. Only the first character is escaped.
   */
  private static final Pattern COMMAND =
      Pattern.compile(":(?=:[A-Za-z-]+(?: .*)?::)|#(?=#[A-Za-z]*\\[)");

  /** The whole text, each unprintable code point as {@code \\u{...}}. */
  static String text(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(point -> out.append(point(point)));
    return COMMAND.matcher(out).replaceAll(found -> "\\" + escape(found.group().charAt(0)));
  }

  /** Where commands begin that stand anywhere in a line, as indexes of code points. */
  static Set<Integer> commands(String line) {
    Set<Integer> starts = new HashSet<>();
    COMMAND
        .matcher(line)
        .results()
        .filter(command -> command.group().equals("#"))
        .forEach(command -> starts.add(line.codePointCount(0, command.start())));
    return starts;
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
