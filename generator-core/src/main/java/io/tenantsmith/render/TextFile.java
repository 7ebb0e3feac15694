package io.tenantsmith.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A text in a language of its own (CEL, PromQL, JSON of a dashboard, Markdown) that lies in a file
 * beside the class that renders it, so that its own tools can read it. What differs between tenants
 * or clusters is a hole: <code>${namespace}</code>.
 *
 * @param name name of the file
 * @param text its content
 */
public record TextFile(String name, String text) {

  private static final String HOLE = "${";
  private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*(#|//).*\n");
  private static final Pattern BREAK_IN_BRACKETS =
      Pattern.compile("(?<=[(\\[{])\\s*\n\\s*|\\s*\n\\s*(?=[)\\]}])");
  private static final Pattern BREAK = Pattern.compile("\\s*\n\\s*");

  /** The file of that name in the folder of a class on the class path. */
  public static TextFile beside(Class<?> type, String name) {
    try (InputStream stream = type.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("no file " + name + " beside " + type.getName());
      }
      return new TextFile(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An expression of CEL or PromQL without its comments, which have lines of their own. */
  public static TextFile expression(Class<?> type, String name) {
    TextFile file = beside(type, name);
    return new TextFile(name, COMMENT.matcher(file.text).replaceAll(""));
  }

  /**
   * The text without line breaks, as a short expression is put into an object: next to the inside
   * of a bracket a line break becomes nothing, elsewhere one space.
   */
  public TextFile onOneLine() {
    String joined = BREAK_IN_BRACKETS.matcher(text.strip()).replaceAll("");
    return new TextFile(name, BREAK.matcher(joined).replaceAll(" "));
  }

  /**
   * The text with a value in every hole.
   *
   * @throws IllegalStateException if a hole has no value, or a value no hole
   */
  public String filled(Map<String, String> values) {
    Set<String> unused = new TreeSet<>(values.keySet());
    StringBuilder filled = new StringBuilder(text.length());
    int copied = 0;
    for (int at = text.indexOf(HOLE); at >= 0; at = text.indexOf(HOLE, at + 1)) {
      int end = endOfName(at + HOLE.length());
      if (end > 0) {
        String hole = text.substring(at + HOLE.length(), end);
        String value = values.get(hole);
        if (value == null) {
          throw new IllegalStateException(name + " has a hole ${" + hole + "} without a value");
        }
        unused.remove(hole);
        filled.append(text.substring(copied, at)).append(value);
        copied = end + 1;
      }
    }
    if (!unused.isEmpty()) {
      throw new IllegalStateException(name + " has no hole for " + unused);
    }
    return filled.append(text.substring(copied)).toString();
  }

  /** Where the brace behind a name of letters is; -1 if no such name begins there. */
  private int endOfName(int start) {
    int end = start;
    while (end < text.length() && isLetter(text.charAt(end))) {
      end++;
    }
    return end > start && end < text.length() && text.charAt(end) == '}' ? end : -1;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
