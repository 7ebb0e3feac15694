package io.tenantsmith.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies of rendered trees that nobody can change; their keys keep their order. */
final class PlainTree {

  private PlainTree() {}

  static Map<String, Object> copy(Map<?, ?> tree) {
    Map<String, Object> copy = new LinkedHashMap<>();
    tree.forEach((key, value) -> copy.put(String.valueOf(key), plain(value)));
    return Collections.unmodifiableMap(copy);
  }

  /** One type for each kind of scalar, so that a number can be compared with a literal. */
  private static Object plain(Object value) {
    if (value instanceof Map<?, ?> map) {
      return copy(map);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(PlainTree::plain).toList();
    }
    if (value instanceof Long number && number.intValue() == number) {
      return number.intValue();
    }
    return value instanceof Number || value instanceof Boolean ? value : value.toString();
  }
}
