package io.tenantsmith.render;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps text of tenants from being taken for a variable: Flux replaces <code>${name}</code>
 * wherever it stands, in a display name as well as in a style sheet.
 */
final class VariableGuard {

  private VariableGuard() {}

  /** The object, with the annotation that switches substitution off if it needs it. */
  static Map<String, Object> guarded(Map<String, Object> object) {
    if (!holdsVariable(object)) {
      return object;
    }
    Map<String, Object> metadata = copy(object.get("metadata"));
    Map<String, Object> annotations = copy(metadata.get("annotations"));
    annotations.putAll(Marks.noSubstitution());
    metadata.put("annotations", annotations);
    Map<String, Object> guarded = copy(object);
    guarded.put("metadata", metadata);
    return guarded;
  }

  private static boolean holdsVariable(@Nullable Object value) {
    if (value instanceof String text) {
      // Most text has no dollar, and one character is found faster than two.
      return text.indexOf('$') >= 0 && text.contains("${");
    }
    if (value instanceof List<?> list) {
      return anyHoldsVariable(list);
    }
    return value instanceof Map<?, ?> map
        && (anyHoldsVariable(map.values()) || anyHoldsVariable(map.keySet()));
  }

  /** A loop, since this looks at every value of every object. */
  private static boolean anyHoldsVariable(Collection<?> values) {
    for (Object value : values) {
      if (holdsVariable(value)) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, Object> copy(@Nullable Object map) {
    Map<String, Object> copy = new LinkedHashMap<>();
    if (map instanceof Map<?, ?> entries) {
      entries.forEach((key, value) -> copy.put((String) key, value));
    }
    return copy;
  }
}
