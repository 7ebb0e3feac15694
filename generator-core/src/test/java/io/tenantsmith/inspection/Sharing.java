package io.tenantsmith.inspection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trees that share with others what is equal. */
final class Sharing {

  private Sharing() {}

  /** The changed tree, made of the original's parts where they are equal. */
  static Map<String, Object> of(Map<String, Object> original, Map<String, Object> changed) {
    Map<String, Object> shared = new LinkedHashMap<>();
    changed.forEach((key, value) -> shared.put(key, part(original.get(key), value)));
    return shared;
  }

  @SuppressWarnings("unchecked")
  private static Object part(@Nullable Object original, Object changed) {
    if (changed.equals(original)) {
      return original;
    }
    if (original instanceof Map<?, ?> map && changed instanceof Map<?, ?>) {
      return of((Map<String, Object>) map, (Map<String, Object>) changed);
    }
    if (original instanceof List<?> list && changed instanceof List<?> items) {
      List<Object> shared = new ArrayList<>();
      for (int i = 0; i < items.size(); i++) {
        shared.add(part(i < list.size() ? list.get(i) : null, items.get(i)));
      }
      return shared;
    }
    return changed;
  }
}
