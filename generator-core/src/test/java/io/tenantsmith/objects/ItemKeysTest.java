package io.tenantsmith.objects;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.Contracts;
import io.tenantsmith.harness.YamlTrees;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Items of lists are told apart as the definitions of the API say, list by list. */
class ItemKeysTest {

  private final Map<String, Map<String, List<String>>> maps = new TreeMap<>();
  private final Map<String, Set<String>> sets = new TreeMap<>();

  @Test
  void customKindsAreThoseOfTheirDefinitions() {
    int definitions = 0;
    for (Path file : YamlTrees.files(Contracts.path("contracts/crds"))) {
      for (JsonNode document : YamlTrees.trees(YamlTrees.text(file))) {
        if (document.path("kind").asString("").equals("CustomResourceDefinition")) {
          String kind = document.at("/spec/names/kind").asString("");
          for (JsonNode version : document.at("/spec/versions")) {
            collect(kind, "", version.at("/schema/openAPIV3Schema"));
            definitions++;
          }
        }
      }
    }
    assertThat(definitions).isGreaterThan(20);
    assertThat(without(ItemKeys.MAPS, "ValidatingAdmissionPolicy")).isEqualTo(maps);
    assertThat(without(ItemKeys.SETS, "ValidatingAdmissionPolicyBinding")).isEqualTo(sets);
  }

  @Test
  void admissionPoliciesAreThoseOfTheApi() {
    JsonNode definitions =
        new JsonMapper()
            .readTree(
                Contracts.path("contracts/openapi/kubernetes-1.36.0.definitions.json").toFile())
            .path("definitions");
    String name = "io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicy";
    collect("ValidatingAdmissionPolicy", "", definitions.path(name + "Spec"));
    collect("ValidatingAdmissionPolicyBinding", "", definitions.path(name + "BindingSpec"));
    maps.forEach((kind, lists) -> assertThat(ItemKeys.MAPS.get(kind)).isEqualTo(lists));
    sets.forEach((kind, lists) -> assertThat(ItemKeys.SETS.get(kind)).isEqualTo(lists));
    assertThat(maps).hasSize(1);
    assertThat(sets).hasSize(1);
  }

  private void collect(String kind, String field, JsonNode schema) {
    if (schema.path("type").asString("").equals("array")) {
      List<String> keys = new ArrayList<>();
      schema.path("x-kubernetes-list-map-keys").forEach(key -> keys.add(key.asString("")));
      if (!keys.isEmpty()) {
        maps.computeIfAbsent(kind, k -> new TreeMap<>()).put(field, keys);
      } else if (schema.path("x-kubernetes-list-type").asString("").equals("set")) {
        sets.computeIfAbsent(kind, k -> new TreeSet<>()).add(field);
      }
    }
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      if (!(field.isEmpty() && property.getKey().equals("status"))) {
        collect(kind, property.getKey(), property.getValue());
      }
    }
    if (schema.has("items")) {
      collect(kind, field, schema.path("items"));
    }
    if (schema.path("additionalProperties").isObject()) {
      collect(kind, field, schema.path("additionalProperties"));
    }
  }

  private static <T> Map<String, T> without(Map<String, T> table, String kind) {
    Map<String, T> rest = new TreeMap<>(table);
    rest.remove(kind);
    return rest;
  }
}
