package io.tenantsmith.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes maps, lists, strings, exact numbers, booleans and null as JSON. Maps keep their order, so
 * callers pass sorted or linked ones. Text stays as it is except control characters and line ends,
 * so that the text is valid UTF-8 and readable.
 */
public final class JsonWriter {

  private final StringBuilder out = new StringBuilder();
  private final String comma;
  private final String colon;
  private final boolean sorted;

  private JsonWriter(String blank, boolean sorted) {
    this.comma = "," + blank;
    this.colon = ":" + blank;
    this.sorted = sorted;
  }

  /** A value inside a pretty text that stays on one line. */
  public record OneLine(Object value) {}

  /**
   * The text in two-space layout with a final line feed.
   *
   * @throws IllegalArgumentException if something is not a JSON value
   */
  public static String pretty(Object value) {
    JsonWriter writer = new JsonWriter(" ", false);
    writer.block(value, "");
    return writer.out.append('\n').toString();
  }

  /**
   * The text on one line, without a line feed.
   *
   * @throws IllegalArgumentException if something is not a JSON value
   */
  public static String line(Object value) {
    JsonWriter writer = new JsonWriter(" ", false);
    writer.flat(value);
    return writer.out.toString();
  }

  /**
   * The text with sorted keys and no spaces, for digests: the same for equal values in any order.
   *
   * @throws IllegalArgumentException if something is not a JSON value
   */
  public static String canonical(Object value) {
    JsonWriter writer = new JsonWriter("", true);
    writer.flat(value);
    return writer.out.toString();
  }

  private void block(@Nullable Object value, String indent) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      blockOfMap(map, indent);
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      blockOfList(list, indent);
    } else {
      flat(value);
    }
  }

  private void blockOfMap(Map<?, ?> map, String indent) {
    String inner = indent + "  ";
    out.append("{\n");
    for (Iterator<? extends Map.Entry<?, ?>> each = map.entrySet().iterator(); each.hasNext(); ) {
      Map.Entry<?, ?> entry = each.next();
      out.append(inner);
      key(entry.getKey());
      block(entry.getValue(), inner);
      out.append(each.hasNext() ? ",\n" : "\n");
    }
    out.append(indent).append('}');
  }

  private void blockOfList(List<?> list, String indent) {
    String inner = indent + "  ";
    out.append("[\n");
    for (Iterator<?> each = list.iterator(); each.hasNext(); ) {
      out.append(inner);
      block(each.next(), inner);
      out.append(each.hasNext() ? ",\n" : "\n");
    }
    out.append(indent).append(']');
  }

  private void flat(@Nullable Object value) {
    if (value instanceof String text) {
      string(text);
    } else if (value instanceof OneLine line) {
      flat(line.value());
    } else if (value instanceof Map<?, ?> map) {
      flatMap(map);
    } else if (value instanceof List<?> list) {
      flatList(list);
    } else if (value == null || isPlain(value)) {
      out.append(value);
    } else {
      throw new IllegalArgumentException("no JSON value: " + value.getClass().getName());
    }
  }

  private static boolean isPlain(Object value) {
    return value instanceof Boolean
        || value instanceof Integer
        || value instanceof Long
        || value instanceof BigInteger
        || value instanceof BigDecimal;
  }

  private void flatMap(Map<?, ?> map) {
    String separator = "";
    out.append('{');
    for (Object key : sorted ? sortedKeys(map) : map.keySet().toArray()) {
      out.append(separator);
      key(key);
      flat(map.get(key));
      separator = comma;
    }
    out.append('}');
  }

  private static Object[] sortedKeys(Map<?, ?> map) {
    Object[] keys = map.keySet().toArray();
    for (Object key : keys) {
      if (!(key instanceof String)) {
        throw new IllegalArgumentException("a key of JSON is a string");
      }
    }
    Arrays.sort(keys);
    return keys;
  }

  private void flatList(List<?> list) {
    String separator = "";
    out.append('[');
    for (Object item : list) {
      out.append(separator);
      flat(item);
      separator = comma;
    }
    out.append(']');
  }

  private void key(@Nullable Object key) {
    if (!(key instanceof String text)) {
      throw new IllegalArgumentException("a key of JSON is a string");
    }
    string(text);
    out.append(colon);
  }

  private void string(String text) {
    out.append('"');
    int start = 0;
    for (int i = 0, length = text.length(); i < length; i++) {
      if (!isPlain(text.charAt(i))) {
        // A part as a string of its own is copied at once, a range of a text one by one.
        out.append(text.substring(start, i));
        character(text, i);
        start = i + 1;
      }
    }
    out.append(text.substring(start));
    out.append('"');
  }

  /** Whether a character stands for itself; most do, and are copied in one go. */
  private static boolean isPlain(char c) {
    return c >= ' ' && c < 0x7f && c != '"' && c != '\\' && c != '#';
  }

  private void character(String text, int i) {
    char c = text.charAt(i);
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (mustEscape(c) || isLone(text, i) || isCommand(text, i)) {
          out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        } else {
          out.append(c);
        }
      }
    }
  }

  /**
   * Whether it is a control, a line end of JavaScript or YAML 1.1, reverses text on a terminal, or
   * is no character that everybody knows.
   */
  private static boolean mustEscape(char c) {
    if (c >= ' ' && c < 0x7f) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> isNone(c);
    };
  }

  /** Whether it will never be a character; what is not one yet differs from Java to Java. */
  private static boolean isNone(char c) {
    return (c >= '\ufdd0' && c <= '\ufdef') || c >= '\ufffe';
  }

  /** Whether a runner of a pipeline obeys what begins here, wherever it stands in a line. */
  private static boolean isCommand(String text, int i) {
    if (!text.startsWith("##", i)) {
      return false;
    }
    int end = i + 2;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.startsWith("[", end);
  }

  /** Whether it is half a surrogate pair, which UTF-8 cannot hold. */
  private static boolean isLone(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}
