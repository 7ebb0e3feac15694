package io.tenantsmith.template;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes trees immutable and makes sure that the writer can write them. */
final class FieldTree {

  private FieldTree() {}

  /**
   * The tree itself if it is immutable, otherwise a copy.
   *
   * @throws IllegalArgumentException if it holds null or anything that cannot be part of a manifest
   */
  static Object immutable(@Nullable Object tree) {
    if (tree instanceof String
        || tree instanceof Integer
        || tree instanceof Boolean
        || tree instanceof FieldMap) {
      return tree;
    }
    if (tree instanceof Map<?, ?> map) {
      return FieldMap.copyOf(map);
    }
    if (tree instanceof List<?> list) {
      return immutableList(list);
    }
    if (tree instanceof Long || tree instanceof BigInteger || tree instanceof BigDecimal) {
      return tree;
    }
    throw new IllegalArgumentException(
        tree == null ? "null" : "a " + tree.getClass().getName() + ", which is no manifest value");
  }

  private static List<Object> immutableList(List<?> list) {
    List<Object> items = new ArrayList<>(list.size());
    for (Object item : list) {
      items.add(immutable(item));
    }
    return List.copyOf(items);
  }
}
