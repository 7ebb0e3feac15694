package io.tenantsmith.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of YAML: two spaces, lists indented, block style, fixed order of keys, no folding.
 * Takes maps with string keys, lists, strings, whole numbers, {@link BigDecimal}, booleans, null
 * and {@link Tagged}; YAML 1.1, YAML 1.2 and Go read a string back as the same string.
 */
public final class YamlWriter {

  /** A reader gives up on a longer key without an explicit mark. */
  private static final int MAX_KEY_LENGTH = 1000;

  private static final String BLANKS = " ".repeat(40);

  private final StringBuilder out;

  /** Keys of this text that need no quotes; they are few, and each is checked only once. */
  private final Set<String> plainKeys = new HashSet<>();

  private YamlWriter(StringBuilder out) {
    this.out = out;
  }

  /** A writer that adds single values to a text whose other parts the caller writes. */
  public static YamlWriter appendingTo(StringBuilder out) {
    return new YamlWriter(out);
  }

  /** The order of keys in every mapping. */
  public static Comparator<String> keyOrder() {
    return KeyOrder.INSTANCE;
  }

  /**
   * The text of a file.
   *
   * @param comment its first line, without {@code #}
   * @param documents joined by {@code ---}
   */
  public static String write(String comment, List<? extends Map<String, ?>> documents) {
    YamlWriter writer = new YamlWriter(new StringBuilder(16_384));
    writer.out.append("# ").append(comment).append('\n');
    for (int i = 0; i < documents.size(); i++) {
      if (i > 0) {
        writer.out.append("---\n");
      }
      writer.document(documents.get(i));
    }
    return writer.out.toString();
  }

  /** The text of one document alone. */
  public static String write(Map<String, ?> document) {
    YamlWriter writer = new YamlWriter(new StringBuilder(16_384));
    writer.document(document);
    return writer.out.toString();
  }

  /** Writes a document with its last line break. */
  public void document(Map<String, ?> document) {
    if (document.isEmpty()) {
      out.append("{}");
    } else {
      entries(document, 0);
    }
    out.append('\n');
  }

  /** Writes entries; the caller has indented the first one. */
  private void entries(Map<?, ?> map, int indent) {
    String[] keys = keys(map);
    for (int i = 0; i < keys.length; i++) {
      if (i > 0) {
        newLine(indent);
      }
      key(keys[i]);
      out.append(':');
      valueOfEntry(map.get(keys[i]), indent);
    }
  }

  /**
   * Writes what follows a key and its colon.
   *
   * @param indent indentation of the key
   */
  public void valueOfEntry(@Nullable Object value, int indent) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      newLine(indent + 2);
      entries(map, indent + 2);
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      newLine(indent + 2);
      items(list, indent + 2);
    } else {
      out.append(' ');
      leaf(value, indent + 2);
    }
  }

  /** Writes items; the caller has indented the first one. */
  private void items(List<?> list, int indent) {
    for (int i = 0; i < list.size(); i++) {
      if (i > 0) {
        newLine(indent);
      }
      out.append("- ");
      item(list.get(i), indent + 2);
    }
  }

  /**
   * Writes what follows a dash and its space.
   *
   * @param indent indentation of the item's content, two more than that of the dash
   */
  public void item(@Nullable Object value, int indent) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      entries(map, indent);
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      items(list, indent);
    } else {
      leaf(value, indent);
    }
  }

  private void leaf(@Nullable Object value, int indent) {
    if (value instanceof String text && LiteralText.isSafe(text)) {
      LiteralText.append(out, text, indent);
    } else {
      flow(value);
    }
  }

  private void flow(@Nullable Object value) {
    if (value instanceof String text) {
      string(text);
    } else if (value instanceof Tagged tagged) {
      out.append(tagged.tag()).append(' ');
      flow(tagged.value());
    } else if (value instanceof List<?> list) {
      flowSequence(list);
    } else if (value instanceof Map<?, ?> map) {
      flowMapping(map);
    } else {
      out.append(bare(value));
    }
  }

  private void flowSequence(List<?> list) {
    out.append('[');
    for (int i = 0; i < list.size(); i++) {
      if (i > 0) {
        out.append(", ");
      }
      flow(list.get(i));
    }
    out.append(']');
  }

  private void flowMapping(Map<?, ?> map) {
    out.append('{');
    String separator = "";
    for (String key : keys(map)) {
      out.append(separator);
      key(key);
      out.append(": ");
      flow(map.get(key));
      separator = ", ";
    }
    out.append('}');
  }

  private static String bare(@Nullable Object value) {
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value == null
        || value instanceof Integer
        || value instanceof Long
        || value instanceof BigInteger
        || value instanceof Boolean) {
      return String.valueOf(value);
    }
    throw new IllegalArgumentException("no YAML for a " + value.getClass().getName());
  }

  /** Writes a key without its colon. */
  public void key(String key) {
    if (plainKeys.contains(key)) {
      out.append(key);
      return;
    }
    int start = out.length();
    string(key);
    if (out.length() - start > MAX_KEY_LENGTH) {
      throw new IllegalArgumentException("a key of " + key.length() + " characters");
    }
    if (out.length() - start == key.length()) {
      plainKeys.add(key);
    }
  }

  private void string(String text) {
    if (PlainText.isSafe(text)) {
      out.append(text);
    } else {
      QuotedText.append(out, text);
    }
  }

  private static String[] keys(Map<?, ?> map) {
    String[] keys = new String[map.size()];
    int i = 0;
    for (Object key : map.keySet()) {
      keys[i++] = (String) key;
    }
    KeyOrder.INSTANCE.sort(keys);
    return keys;
  }

  private void newLine(int indent) {
    out.append('\n').append(BLANKS, 0, Math.min(indent, BLANKS.length()));
    for (int i = BLANKS.length(); i < indent; i++) {
      out.append(' ');
    }
  }
}
