package io.tenantsmith.inspection;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What rules look for in the JSON of a dashboard.
 *
 * @param uid its identifier; empty if there is none
 * @param queries the expressions of its panels
 */
record DashboardText(String uid, List<String> queries) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Reads a text; what is no JSON has neither. */
  static DashboardText of(String text) {
    try {
      JsonNode root = JSON.readTree(text);
      List<String> queries =
          root.findValues("expr").stream().map(query -> query.asString("")).toList();
      return new DashboardText(root.path("uid").asString(""), queries);
    } catch (JacksonException e) {
      return new DashboardText("", List.of());
    }
  }
}
