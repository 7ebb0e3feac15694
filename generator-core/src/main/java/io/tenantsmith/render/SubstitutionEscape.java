package io.tenantsmith.render;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps text of tenants from being taken for a variable: Flux replaces <code>${name}</code>
 * wherever it occurs, in a display name as well as in a style sheet.
 */
final class SubstitutionEscape {

  private static final String BEGINNING = "${";

  private SubstitutionEscape() {}

  /** The object, with the annotation that switches substitution off if it needs it. */
  static Map<String, Object> escaped(Map<String, Object> object) {
    if (!holdsVariable(object)) {
      return object;
    }
    Map<String, Object> metadata = copy(object.get("metadata"));
    Map<String, Object> annotations = copy(metadata.get("annotations"));
    annotations.putAll(Labels.noSubstitution());
    metadata.put("annotations", annotations);
    Map<String, Object> escaped = copy(object);
    escaped.put("metadata", metadata);
    return escaped;
  }

  private static boolean holdsVariable(@Nullable Object value) {
    if (value instanceof String text) {
      return text.contains(BEGINNING);
    }
    if (value instanceof List<?> list) {
      return holdVariable(list);
    }
    return value instanceof Map<?, ?> map
        && (holdVariable(map.keySet()) || holdVariable(map.values()));
  }

  private static boolean holdVariable(Collection<?> values) {
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
