package io.tenantsmith.inspection;

import io.tenantsmith.json.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What rules look for in the JSON of a dashboard.
 *
 * @param uid its identifier; empty if there is none
 * @param queries the expressions of its panels
 */
record DashboardText(String uid, List<String> queries) {

  /** Reads a text; what is no JSON has neither. */
  static DashboardText of(String text) {
    try {
      Object root = JsonReader.read(text);
      List<String> queries = new ArrayList<>();
      collect(root, queries);
      Object uid = root instanceof Map<?, ?> dashboard ? dashboard.get("uid") : null;
      return new DashboardText(uid instanceof String known ? known : "", queries);
    } catch (IllegalArgumentException e) {
      return new DashboardText("", List.of());
    }
  }

  private static void collect(@Nullable Object tree, List<String> queries) {
    if (tree instanceof List<?> list) {
      list.forEach(item -> collect(item, queries));
    } else if (tree instanceof Map<?, ?> mapping) {
      mapping.forEach(
          (key, value) -> {
            if (key.equals("expr")) {
              queries.add(value instanceof String query ? query : "");
            } else {
              collect(value, queries);
            }
          });
    }
  }
}
