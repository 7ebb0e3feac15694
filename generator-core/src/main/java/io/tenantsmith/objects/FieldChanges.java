package io.tenantsmith.objects;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds every scalar that differs between two trees, including every scalar of a part that is new
 * or gone. Paths leave out indexes of list items; {@link ObjectDiff} names them.
 */
public final class FieldChanges {

  private final List<FieldChange> found = new ArrayList<>();
  private final List<String> path = new ArrayList<>();

  private FieldChanges() {}

  /** The changes from one tree to the other, in the order of the fields. */
  public static List<FieldChange> between(Map<String, ?> before, Map<String, ?> after) {
    FieldChanges changes = new FieldChanges();
    changes.compare(before, after);
    return changes.found;
  }

  private void compare(@Nullable Object before, @Nullable Object after) {
    if (Trees.same(before, after)) {
      return;
    }
    if (isMap(before, after)) {
      compareMaps(map(before), map(after));
    } else if (isList(before, after)) {
      compareLists(list(before), list(after));
    } else if (before != null && after != null && (isTree(before) || isTree(after))) {
      compare(before, null);
      compare(null, after);
    } else {
      found.add(new FieldChange(path, before, after));
    }
  }

  private void compareMaps(Map<?, ?> before, Map<?, ?> after) {
    if (before.isEmpty() || after.isEmpty()) {
      found.add(new FieldChange(path, before, after));
    }
    Set<Object> keys = new LinkedHashSet<>(before.keySet());
    keys.addAll(after.keySet());
    for (Object key : keys) {
      path.add((String) key);
      compare(before.get(key), after.get(key));
      path.remove(path.size() - 1);
    }
  }

  private void compareLists(List<?> before, List<?> after) {
    Map<Object, Object> old = named(before);
    Map<Object, Object> now = named(after);
    if (old.size() != before.size() || now.size() != after.size()) {
      compareRest(without(before, after), without(after, before));
      return;
    }
    Set<Object> names = new LinkedHashSet<>(old.keySet());
    names.addAll(now.keySet());
    names.forEach(name -> compare(old.get(name), now.get(name)));
  }

  private void compareRest(List<?> before, List<?> after) {
    for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
      compare(i < before.size() ? before.get(i) : null, i < after.size() ? after.get(i) : null);
    }
  }

  private static List<Object> without(List<?> items, List<?> others) {
    List<Object> rest = new ArrayList<>(others);
    List<Object> kept = new ArrayList<>();
    for (Object item : items) {
      int at = 0;
      while (at < rest.size() && !Trees.same(rest.get(at), item)) {
        at++;
      }
      if (at < rest.size()) {
        rest.remove(at);
      } else {
        kept.add(item);
      }
    }
    return kept;
  }

  private static Map<Object, Object> named(List<?> items) {
    Map<Object, Object> named = new LinkedHashMap<>();
    for (Object item : items) {
      if (item instanceof Map<?, ?> map && map.get("name") instanceof String name) {
        named.put(name, item);
      }
    }
    return named;
  }

  private static boolean isMap(@Nullable Object a, @Nullable Object b) {
    return (a instanceof Map<?, ?> || b instanceof Map<?, ?>)
        && (a == null || b == null || (a instanceof Map<?, ?> && b instanceof Map<?, ?>));
  }

  private static boolean isList(@Nullable Object a, @Nullable Object b) {
    return (a instanceof List<?> || b instanceof List<?>)
        && (a == null || b == null || (a instanceof List<?> && b instanceof List<?>));
  }

  private static boolean isTree(Object value) {
    return value instanceof Map<?, ?> || value instanceof List<?>;
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }
}
