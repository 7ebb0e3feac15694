package io.tenantsmith.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
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

  private static final Pattern HOLE = Pattern.compile("\\$\\{([a-zA-Z]+)}");
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
    String filled =
        HOLE.matcher(text)
            .replaceAll(
                hole -> {
                  String value = values.get(hole.group(1));
                  if (value == null) {
                    throw new IllegalStateException(
                        name + " has a hole " + hole.group() + " without a value");
                  }
                  unused.remove(hole.group(1));
                  return Matcher.quoteReplacement(value);
                });
    if (!unused.isEmpty()) {
      throw new IllegalStateException(name + " has no hole for " + unused);
    }
    return filled;
  }
}
