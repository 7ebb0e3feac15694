package io.tenantsmith.objects;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies and compares trees of maps, lists and scalars. */
public final class Trees {

  private Trees() {}

  /** A copy that may be changed at every level. */
  public static @Nullable Object copy(@Nullable Object tree) {
    if (tree instanceof Map<?, ?> map) {
      return copy(map);
    }
    if (tree instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>(list.size());
      list.forEach(item -> copy.add(copy(item)));
      return copy;
    }
    return tree;
  }

  /** A copy of a mapping. */
  public static Map<String, @Nullable Object> copy(Map<?, ?> map) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    map.forEach((key, value) -> copy.put((String) key, copy(value)));
    return copy;
  }

  /** Whether two trees mean the same: the order of keys and the type of a number do not count. */
  public static boolean same(@Nullable Object one, @Nullable Object other) {
    if (one == other) {
      return true;
    }
    if (one instanceof Map<?, ?> a && other instanceof Map<?, ?> b) {
      return a.size() == b.size() && sameEntries(a, b);
    }
    if (one instanceof List<?> a && other instanceof List<?> b) {
      return a.size() == b.size() && sameItems(a, b);
    }
    if (one instanceof Number a && other instanceof Number b) {
      return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString())) == 0;
    }
    return one == null ? other == null : one.equals(other);
  }

  /** A node as a mapping that may be changed; only for trees that {@link #copy} made. */
  @SuppressWarnings("unchecked")
  public static Map<String, @Nullable Object> map(Object node) {
    return (Map<String, @Nullable Object>) node;
  }

  /** A node as a list that may be changed; only for trees that {@link #copy} made. */
  @SuppressWarnings("unchecked")
  public static List<@Nullable Object> list(Object node) {
    return (List<@Nullable Object>) node;
  }

  /** Whether a null is anywhere in a tree. */
  public static boolean holdsNull(@Nullable Object tree) {
    if (tree instanceof Map<?, ?> map) {
      return holdsNull(map.values());
    }
    return tree == null || (tree instanceof List<?> items && holdsNull(items));
  }

  /**
   * Puts the parts of another tree into one that {@link #copy} made, wherever both are equal, so
   * that whoever knows the other tree finds at once what differs.
   */
  public static void share(Map<String, @Nullable Object> copy, Map<String, ?> other) {
    copy.replaceAll((key, value) -> shared(value, other.get(key)));
  }

  private static @Nullable Object shared(@Nullable Object copy, @Nullable Object other) {
    if (copy instanceof Map<?, ?> map && other instanceof Map<?, ?> there) {
      map(map).replaceAll((key, value) -> shared(value, there.get(key)));
      return map.size() == there.size() && isMadeOf(map, there) ? other : copy;
    }
    if (copy instanceof List<?> list && other instanceof List<?> there) {
      return list.size() == there.size() && isMadeOf(list(list), there) ? other : copy;
    }
    return copy != null && copy.equals(other) ? other : copy;
  }

  private static boolean isMadeOf(Map<?, ?> map, Map<?, ?> other) {
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (entry.getValue() != other.get(entry.getKey())) {
        return false;
      }
    }
    return true;
  }

  /** Shares the items, too. */
  private static boolean isMadeOf(List<@Nullable Object> list, List<?> other) {
    boolean all = true;
    for (int i = 0; i < list.size(); i++) {
      list.set(i, shared(list.get(i), other.get(i)));
      all &= list.get(i) == other.get(i);
    }
    return all;
  }

  private static boolean holdsNull(Collection<?> values) {
    for (Object value : values) {
      if (holdsNull(value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean sameEntries(Map<?, ?> a, Map<?, ?> b) {
    for (Map.Entry<?, ?> entry : a.entrySet()) {
      Object other = b.get(entry.getKey());
      if (!same(entry.getValue(), other) || (other == null && !b.containsKey(entry.getKey()))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameItems(List<?> a, List<?> b) {
    for (int i = 0; i < a.size(); i++) {
      if (!same(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }
}
