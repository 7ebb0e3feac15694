package io.tenantsmith.objects;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares two versions of one object, field by field, as an API server would apply the newer one:
 * items of a list that merges are matched by their {@link MergeKeys}, so that a moved container is
 * not a change and a changed one is named. A list that does not merge is one value.
 *
 * <p>A step of a path is a key, or an item such as {@code [name=wordpress]}.
 */
public final class ObjectDiff {

  private final String kind;
  private final List<FieldChange> found = new ArrayList<>();
  private final List<String> path = new ArrayList<>();

  private ObjectDiff(String kind) {
    this.kind = kind;
  }

  /**
   * The differences in the order of the fields; a field that is new or gone is one change with all
   * that is in it.
   *
   * @param kind the kind of both versions
   */
  public static List<FieldChange> between(
      String kind, Map<String, ?> before, Map<String, ?> after) {
    ObjectDiff diff = new ObjectDiff(kind);
    diff.compareEach(before, after);
    return diff.found;
  }

  private void compare(String field, @Nullable Object before, @Nullable Object after) {
    if (Trees.same(before, after)) {
      return;
    }
    if (before instanceof Map<?, ?> a && after instanceof Map<?, ?> b) {
      compareEach(a, b);
      return;
    }
    if (before instanceof List<?> a && after instanceof List<?> b) {
      Optional<List<String>> keys = MergeKeys.of(kind, field);
      Map<String, Object> old = keys.map(k -> byKey(k, a)).orElse(Map.of());
      Map<String, Object> now = keys.map(k -> byKey(k, b)).orElse(Map.of());
      if (old.size() == a.size() && now.size() == b.size()) {
        compareEach(old, now);
        return;
      }
    }
    found.add(new FieldChange(path, before, after));
  }

  private void compareEach(Map<?, ?> before, Map<?, ?> after) {
    Set<Object> steps = new LinkedHashSet<>(before.keySet());
    steps.addAll(after.keySet());
    for (Object step : steps) {
      path.add((String) step);
      compare((String) step, before.get(step), after.get(step));
      path.remove(path.size() - 1);
    }
  }

  /** The items by their keys; fewer than in the list if some have no key or share one. */
  private static Map<String, Object> byKey(List<String> keys, List<?> items) {
    Map<String, Object> byKey = new LinkedHashMap<>();
    for (Object item : items) {
      if (item instanceof Map<?, ?> map && keys.stream().anyMatch(map::containsKey)) {
        byKey.put(
            keys.stream()
                .filter(map::containsKey)
                .map(key -> key + "=" + map.get(key))
                .collect(Collectors.joining(",", "[", "]")),
            item);
      }
    }
    return byKey;
  }
}
