package io.tenantsmith.patch;

import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.objects.MergeKeys;
import io.tenantsmith.objects.Trees;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Merges a strategic merge patch as Kustomize does, as far as that is beyond doubt. */
final class StrategicMerge {

  private static final String DIRECTIVE = "$patch";

  private final String kind;

  /** A merge into objects of one kind. */
  StrategicMerge(String kind) {
    this.kind = kind;
  }

  void into(Map<String, @Nullable Object> target, Map<String, @Nullable Object> patch)
      throws PatchRefused {
    if (patch.containsKey(DIRECTIVE)) {
      throw new PatchRefused("$patch is not supported for a whole object");
    }
    merge(target, patch);
  }

  private void merge(Map<String, @Nullable Object> target, Map<?, ?> patch) throws PatchRefused {
    for (Map.Entry<?, ?> entry : patch.entrySet()) {
      String field = (String) entry.getKey();
      if (field.startsWith("$")) {
        throw unsupported(field);
      }
      put(target, field, entry.getValue());
    }
  }

  private void put(Map<String, @Nullable Object> target, String field, @Nullable Object value)
      throws PatchRefused {
    Object before = target.get(field);
    if (value == null || isDelete(value)) {
      remove(target, field);
    } else if (before == null) {
      target.put(field, whole(value));
    } else if (before instanceof Map<?, ?> map && value instanceof Map<?, ?> patch) {
      putMap(target, field, map, patch);
    } else if (before instanceof List<?> list && value instanceof List<?> patch) {
      target.put(field, list(field, list, patch));
    } else if (isScalar(before) && isScalar(value)) {
      target.put(field, value);
    } else {
      throw new PatchRefused(Quoted.quote(field) + " is of another type in the object");
    }
  }

  private void putMap(
      Map<String, @Nullable Object> target, String field, Map<?, ?> before, Map<?, ?> patch)
      throws PatchRefused {
    if (patch.containsKey(DIRECTIVE)) {
      target.put(field, replacement(patch));
      return;
    }
    merge(Trees.map(before), patch);
    if (before.isEmpty() && !patch.isEmpty()) {
      throw new PatchRefused("nothing is left in " + Quoted.quote(field) + "; delete the field");
    }
  }

  private static void remove(Map<String, @Nullable Object> target, String field)
      throws PatchRefused {
    if (!target.containsKey(field)) {
      throw new PatchRefused("there is no " + Quoted.quote(field) + " to delete");
    }
    target.remove(field);
  }

  private List<@Nullable Object> list(String field, List<?> before, List<?> patch)
      throws PatchRefused {
    Optional<List<String>> keys = MergeKeys.of(kind, field);
    if (keys.isPresent()) {
      return merged(field, keys.get(), before, patch);
    }
    if (field.equals("finalizers")) {
      throw new PatchRefused("finalizers cannot be merged");
    }
    return Trees.list(whole(patch));
  }

  /**
   * Merges a list: items that the patch names come first, in its order; then the rest. Where
   * several fields make the key, only new items come first, and the others stay where they are.
   */
  private List<@Nullable Object> merged(
      String field, List<String> keys, List<?> before, List<?> patch) throws PatchRefused {
    Map<List<Object>, Map<?, ?>> there = byKey(field, keys, before);
    Map<List<Object>, Object> first = new LinkedHashMap<>();
    for (Map.Entry<List<Object>, Map<?, ?>> item : byKey(field, keys, patch).entrySet()) {
      Object changed = changed(field, item.getKey(), there.get(item.getKey()), item.getValue());
      if (changed == null) {
        there.remove(item.getKey());
      } else if (keys.size() > 1 && changed instanceof Map<?, ?> map) {
        if (there.replace(item.getKey(), map) == null) {
          first.put(item.getKey(), changed);
        }
      } else {
        there.remove(item.getKey());
        first.put(item.getKey(), changed);
      }
    }
    List<@Nullable Object> merged = new ArrayList<>(first.values());
    merged.addAll(there.values());
    if (merged.isEmpty()) {
      throw new PatchRefused("nothing is left in " + field + "; delete the field");
    }
    return merged;
  }

  /** The item as the patch leaves it; null if it deletes it. */
  private @Nullable Object changed(
      String field, List<Object> key, @Nullable Map<?, ?> there, Map<?, ?> change)
      throws PatchRefused {
    if (isDelete(change)) {
      if (there == null) {
        throw new PatchRefused(field + " has no " + key + " to delete");
      }
      return null;
    }
    if (there == null) {
      return whole(change);
    }
    if (change.containsKey(DIRECTIVE)) {
      return replacement(change);
    }
    merge(Trees.map(there), change);
    return there;
  }

  private static Map<List<Object>, Map<?, ?>> byKey(String field, List<String> keys, List<?> items)
      throws PatchRefused {
    Map<List<Object>, Map<?, ?>> byKey = new LinkedHashMap<>();
    for (Object item : items) {
      if (!(item instanceof Map<?, ?> map) || !keys.stream().allMatch(k -> map.get(k) != null)) {
        throw new PatchRefused("each item of " + field + " needs " + String.join(" and ", keys));
      }
      List<Object> key = keys.stream().<Object>map(k -> String.valueOf(map.get(k))).toList();
      if (byKey.put(key, map) != null) {
        throw new PatchRefused(field + " has " + key + " twice");
      }
    }
    return byKey;
  }

  private static boolean isDelete(Object value) {
    return value instanceof Map<?, ?> map && "delete".equals(map.get(DIRECTIVE));
  }

  private static Object replacement(Map<?, ?> patch) throws PatchRefused {
    if (!"replace".equals(patch.get(DIRECTIVE))) {
      throw unsupported(DIRECTIVE);
    }
    Map<String, @Nullable Object> rest = Trees.copy(patch);
    rest.remove(DIRECTIVE);
    return whole(rest);
  }

  /** Takes a value without counterpart as it is; it must not hold anything that deletes. */
  private static Object whole(Object value) throws PatchRefused {
    refuseDeletions(value);
    Object copy = Trees.copy(value);
    if (copy == null) {
      throw new PatchRefused("null stands where a value is needed");
    }
    return copy;
  }

  private static void refuseDeletions(@Nullable Object value) throws PatchRefused {
    if (value == null) {
      throw new PatchRefused("null stands in what is new");
    }
    if (value instanceof Map<?, ?> map) {
      for (Object key : map.keySet()) {
        if (((String) key).startsWith("$")) {
          throw unsupported((String) key);
        }
      }
      refuseDeletions(map.values());
    } else if (value instanceof Collection<?> items) {
      for (Object item : items) {
        refuseDeletions(item);
      }
    }
  }

  private static boolean isScalar(Object value) {
    return !(value instanceof Map<?, ?>) && !(value instanceof List<?>);
  }

  private static PatchRefused unsupported(String field) {
    return new PatchRefused(Quoted.quote(field) + " is not supported here");
  }
}
