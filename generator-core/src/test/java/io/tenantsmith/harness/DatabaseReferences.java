package io.tenantsmith.harness;

import static io.tenantsmith.harness.ClusterObjects.name;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * The fields of mariadb-operator's kinds that name a namespace, as its definitions have them, and
 * the admission policy that must look at each.
 */
public final class DatabaseReferences {

  private static final String GROUP = "k8s.mariadb.com";

  private DatabaseReferences() {}

  /** The fields by the resource that has them, without {@code spec} and namespace. */
  public static Map<String, Set<String>> ofDefinitions(Path folder) {
    Map<String, Set<String>> references = new TreeMap<>();
    for (Path file : YamlTrees.files(folder)) {
      if (file.getFileName().toString().startsWith(GROUP)) {
        for (JsonNode definition : YamlTrees.trees(YamlTrees.text(file))) {
          Set<String> found = new TreeSet<>();
          for (JsonNode version : definition.at("/spec/versions")) {
            collect(version.at("/schema/openAPIV3Schema/properties/spec"), "", found);
          }
          references.put(definition.at("/spec/names/plural").asString(""), found);
        }
      }
    }
    return references;
  }

  private static void collect(JsonNode schema, String path, Set<String> found) {
    for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
      if (field.getKey().equals("namespace")) {
        found.add(path);
      }
      collect(field.getValue(), path + "." + field.getKey(), found);
    }
    if (schema.has("items")) {
      collect(schema.path("items"), path + "[]", found);
    }
    if (schema.path("additionalProperties").isObject()) {
      collect(schema.path("additionalProperties"), path + "{}", found);
    }
  }

  /** Whether the policy of that name looks at a field of such a resource. */
  public static boolean looksAt(
      ClusterObjects objects, String policy, String resource, String field) {
    return objects.ofKind("ValidatingAdmissionPolicy").stream()
        .filter(one -> name(one).equals(policy))
        .anyMatch(one -> matches(one, resource) && compares(one, field));
  }

  private static boolean matches(JsonNode policy, String resource) {
    for (JsonNode rule : policy.at("/spec/matchConstraints/resourceRules")) {
      String resources = rule.path("resources").toString();
      if (rule.path("apiGroups").toString().contains('"' + GROUP + '"')
          && (resources.contains("\"*\"") || resources.contains('"' + resource + '"'))) {
        return true;
      }
    }
    return false;
  }

  /** An item of a list is called {@code m} in an expression. */
  private static boolean compares(JsonNode policy, String field) {
    int item = field.lastIndexOf("[]");
    String compared =
        (item < 0 ? "object.spec" + field : "m" + field.substring(item + 2))
            + ".namespace == object.metadata.namespace";
    String list = item < 0 ? "" : "object.spec" + field.substring(0, item) + ".all(m,";
    for (JsonNode validation : policy.at("/spec/validations")) {
      String expression = validation.path("expression").asString("");
      if (expression.contains(compared) && expression.contains(list)) {
        return true;
      }
    }
    return false;
  }
}
