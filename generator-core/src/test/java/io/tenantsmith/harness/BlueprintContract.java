package io.tenantsmith.harness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks blueprints model by model against Authentik's own schema, made strict. Tagged values are
 * left out, since only Authentik knows what becomes of them; a null resets an optional reference.
 */
public final class BlueprintContract {

  private final JsonMapper mapper = new JsonMapper();
  private final BlueprintTrees trees = new BlueprintTrees();
  private final JsonNode schema;

  /** Reads the contract. */
  public BlueprintContract(Path schemaFile) {
    schema = mapper.readTree(schemaFile.toFile());
  }

  /** What is wrong with the blueprints in the ConfigMaps of a text of Kubernetes objects. */
  public List<String> problemsOfConfigMaps(String yaml) {
    List<String> problems = new ArrayList<>();
    YamlTrees.documents(yaml).stream()
        .map(document -> mapper.<JsonNode>valueToTree(document))
        .filter(object -> object.at("/metadata/name").asString("").startsWith("blueprint-"))
        .forEach(object -> problems.addAll(problemsOfConfigMap(object)));
    return problems;
  }

  /** What is wrong with the blueprints in a config map. */
  public List<String> problemsOfConfigMap(JsonNode object) {
    List<String> problems = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : object.path("data").properties()) {
      problems.addAll(problemsOf(entry.getValue().asString()));
    }
    return problems;
  }

  /** What is wrong with a blueprint. */
  public List<String> problemsOf(String blueprint) {
    JsonNode tree = trees.read(blueprint);
    List<String> problems = new ArrayList<>(checked(withoutEntries(tree), schema, "blueprint"));
    for (JsonNode entry : tree.path("entries")) {
      problems.addAll(problemsOfEntry(entry));
    }
    return problems;
  }

  private List<String> problemsOfEntry(JsonNode entry) {
    String model = entry.path("model").asString("");
    JsonNode definition = schema.path("$defs").path("model_" + model);
    if (definition.isMissingNode()) {
      return List.of(model + " is no model");
    }
    List<String> problems = new ArrayList<>();
    problems.addAll(checked(entry.path("attrs"), definition, model));
    problems.addAll(checked(entry.path("identifiers"), definition, model));
    problems.addAll(problemsOfPermissions(entry.path("permissions"), model));
    return problems;
  }

  /** The importer wants the app's label before a permission; the schema knows the bare name. */
  private List<String> problemsOfPermissions(JsonNode permissions, String model) {
    String app = model.substring(0, model.indexOf('.') + 1);
    ArrayNode bare = mapper.createArrayNode();
    List<String> problems = new ArrayList<>();
    for (JsonNode permission : permissions) {
      String name = permission.path("permission").asString("");
      ObjectNode copy = (ObjectNode) permission.deepCopy();
      if (name.startsWith(app)) {
        bare.add(copy.put("permission", name.substring(app.length())));
      } else {
        problems.add(model + ": " + name + " does not begin with " + app);
      }
    }
    problems.addAll(
        checked(bare, schema.path("$defs").path("model_" + model + "_permissions"), model));
    return problems;
  }

  private List<String> checked(JsonNode value, JsonNode definition, String path) {
    if (value.isMissingNode()) {
      return List.of();
    }
    StrictSchema check = new StrictSchema(schema, true);
    check.check(value, definition, path);
    return check.problems();
  }

  private static JsonNode withoutEntries(JsonNode tree) {
    ObjectNode top = (ObjectNode) tree.deepCopy();
    top.set("entries", top.arrayNode());
    return top;
  }
}
