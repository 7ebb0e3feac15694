package io.tenantsmith.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value that can be asked for parts that it may not have: what is missing is a value, too.
 *
 * @param value a tree of {@link JsonReader}; null for what is missing
 */
public record JsonTree(@Nullable Object value) {

  private static final JsonTree MISSING = new JsonTree(null);

  /**
   * The value that a file holds.
   *
   * @throws IllegalArgumentException if it is not one JSON value
   */
  public static JsonTree of(byte[] content) {
    return new JsonTree(JsonReader.read(content));
  }

  /** Whether it is a mapping with that key. */
  public boolean has(String name) {
    return value instanceof Map<?, ?> mapping && mapping.containsKey(name);
  }

  /** The value of a key. */
  public JsonTree path(String name) {
    return value instanceof Map<?, ?> mapping ? new JsonTree(mapping.get(name)) : MISSING;
  }

  /** Whether it is a list. */
  public boolean isList() {
    return value instanceof List<?>;
  }

  /** Whether it is a mapping. */
  public boolean isMapping() {
    return value instanceof Map<?, ?>;
  }

  /** Whether it is a string. */
  public boolean isText() {
    return value instanceof String;
  }

  /** Whether it is a whole number that is written as one, and not too large. */
  public boolean isInt() {
    return value instanceof BigDecimal number
        && number.scale() == 0
        && number.compareTo(BigDecimal.valueOf(number.intValue())) == 0;
  }

  /** The items of a list; nothing else has any. */
  public List<JsonTree> items() {
    return value instanceof List<?> list ? list.stream().map(JsonTree::new).toList() : List.of();
  }

  /** The values of a mapping by their keys; nothing else has any. */
  public SortedMap<String, JsonTree> fields() {
    SortedMap<String, JsonTree> fields = new TreeMap<>();
    if (value instanceof Map<?, ?> mapping) {
      mapping.forEach((name, field) -> fields.put((String) name, new JsonTree(field)));
    }
    return fields;
  }

  /** A string, a number, true or false as text; of everything else the empty text. */
  public String text() {
    return value == null || isList() || isMapping() ? "" : value.toString();
  }

  /** The whole number that it is, or another one. */
  public int integer(int otherwise) {
    return value instanceof BigDecimal number && isInt() ? number.intValue() : otherwise;
  }
}
