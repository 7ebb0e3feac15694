package io.tenantsmith.planning.difference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names entries of a blueprint by what Authentik finds them by: model and identifiers. */
final class BlueprintItems {

  private BlueprintItems() {}

  /** The entries by name; empty for all other lists. */
  static Optional<Map<String, Object>> of(String field, List<?> items) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (Object item : items) {
      if (field.equals("entries")
          && item instanceof Map<?, ?> entry
          && entry.get("identifiers") instanceof Map<?, ?> identifiers) {
        named.put("[" + entry.get("model") + " " + text(identifiers) + "]", item);
      }
    }
    return field.equals("entries") && named.size() == items.size()
        ? Optional.of(named)
        : Optional.empty();
  }

  private static String text(Map<?, ?> identifiers) {
    StringBuilder text = new StringBuilder();
    identifiers.forEach(
        (key, value) -> text.append(text.length() == 0 ? "" : ",").append(key + "=" + value));
    return text.toString();
  }
}
