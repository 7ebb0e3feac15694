package io.tenantsmith.objects;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.Contracts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table of merge keys is that of the Kubernetes API, list by list; no patch may touch a status.
 */
class MergeKeysTest {

  private static final Map<String, String> DEFINITIONS =
      Map.of(
          "Deployment", "io.k8s.api.apps.v1.Deployment",
          "CronJob", "io.k8s.api.batch.v1.CronJob",
          "Job", "io.k8s.api.batch.v1.Job",
          "Service", "io.k8s.api.core.v1.Service");

  @Test
  void isThatOfTheApi() {
    JsonNode definitions =
        new JsonMapper()
            .readTree(
                Contracts.path("contracts/openapi/kubernetes-1.36.0.definitions.json").toFile())
            .path("definitions");
    assertThat(DEFINITIONS.keySet()).isEqualTo(MergeKeys.KINDS);
    DEFINITIONS.forEach((kind, name) -> compare(kind, name, definitions));
  }

  private static void compare(String kind, String root, JsonNode definitions) {
    int lists = 0;
    for (String name : reachable(root, definitions)) {
      for (Map.Entry<String, JsonNode> field :
          definitions.path(name).path("properties").properties()) {
        JsonNode schema = field.getValue();
        if (schema.path("type").asString("").equals("array")) {
          lists++;
          assertThat(MergeKeys.of(kind, field.getKey()).orElse(List.of()))
              .as("%s: %s.%s", kind, name, field.getKey())
              .isEqualTo(keys(schema));
        }
      }
    }
    assertThat(lists).isPositive();
  }

  /** Several keys of a map where it has them, else the merge key; none if it does not merge. */
  private static List<String> keys(JsonNode schema) {
    String key = schema.path("x-kubernetes-patch-merge-key").asString("");
    List<String> keys = new ArrayList<>();
    schema.path("x-kubernetes-list-map-keys").forEach(k -> keys.add(k.asString("")));
    if (key.isEmpty()) {
      return List.of();
    }
    return keys.size() > 1 ? keys : List.of(key);
  }

  private static Set<String> reachable(String root, JsonNode definitions) {
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      String name = open.pop();
      if (!name.endsWith("Status") && seen.add(name)) {
        definitions
            .path(name)
            .findValues("$ref")
            .forEach(r -> open.push(r.asString("").replace("#/definitions/", "")));
      }
    }
    return seen;
  }
}
