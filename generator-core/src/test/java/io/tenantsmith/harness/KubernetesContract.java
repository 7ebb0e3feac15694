package io.tenantsmith.harness;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks objects against the API of a Kubernetes version and against custom resource definitions;
 * knows every field or complains. Takes any YAML text or folder.
 */
public final class KubernetesContract {

  private static final String METADATA =
      "#/definitions/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";

  private final JsonMapper mapper = new JsonMapper();
  private final JsonNode api;
  private final Map<String, JsonNode> schemas = new LinkedHashMap<>();

  /**
   * Reads the contract.
   *
   * @param folder holds {@code openapi} and {@code crds}
   */
  public KubernetesContract(Path folder) {
    api = mapper.readTree(folder.resolve("openapi/kubernetes-1.36.0.definitions.json").toFile());
    for (Map.Entry<String, JsonNode> definition : api.path("definitions").properties()) {
      addBuiltIn(definition.getKey(), definition.getValue());
    }
    YamlTrees.files(folder.resolve("crds")).forEach(this::addCustom);
    YamlTrees.files(ours()).forEach(this::addCustom);
  }

  /** Definitions of kinds that the contract lacks, as far as we use them. */
  private static Path ours() {
    try {
      return Path.of(Objects.requireNonNull(KubernetesContract.class.getResource("/crds")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is wrong with the files of a folder, kustomization.yaml left out. */
  public List<String> problemsOf(Path folder) {
    List<String> problems = new ArrayList<>();
    for (Path file : YamlTrees.files(folder)) {
      if (!file.endsWith("kustomization.yaml")) {
        problemsOf(YamlTrees.text(file)).forEach(p -> problems.add(file + ": " + p));
      }
    }
    return problems;
  }

  /** What is wrong with the objects of a text. */
  public List<String> problemsOf(String yaml) {
    List<String> problems = new ArrayList<>();
    for (Map<String, Object> document : YamlTrees.documents(yaml)) {
      problems.addAll(problemsOf(mapper.<JsonNode>valueToTree(document)));
    }
    return problems;
  }

  /** What the fields of every kind take, by API version and kind. */
  Map<String, FieldShape> shapes() {
    Map<String, FieldShape> shapes = new LinkedHashMap<>();
    schemas.forEach((kind, schema) -> shapes.put(kind, SchemaShape.of(api, schema)));
    return shapes;
  }

  /** What is wrong with an object. */
  public List<String> problemsOf(JsonNode object) {
    String key = object.path("apiVersion").asString("") + " " + object.path("kind").asString("");
    JsonNode schema = schemas.get(key);
    if (schema == null) {
      return List.of(key + " is no kind of this contract");
    }
    StrictSchema check = new StrictSchema(api, false);
    check.check(object, schema, key + " " + object.at("/metadata/name").asString(""));
    return check.problems();
  }

  private void addBuiltIn(String name, JsonNode schema) {
    for (JsonNode kind : schema.path("x-kubernetes-group-version-kind")) {
      String group = kind.path("group").asString("");
      String version = kind.path("version").asString("");
      String key = (group.isEmpty() ? version : group + "/" + version);
      if (schema.path("properties").has("metadata")) {
        schemas.put(key + " " + kind.path("kind").asString(""), reference("#/definitions/" + name));
      }
    }
  }

  private void addCustom(Path file) {
    for (Map<String, Object> document : YamlTrees.documents(YamlTrees.text(file))) {
      JsonNode spec = mapper.<JsonNode>valueToTree(document).path("spec");
      for (JsonNode version : spec.path("versions")) {
        String key = spec.path("group").asString("") + "/" + version.path("name").asString("");
        JsonNode schema = version.at("/schema/openAPIV3Schema");
        ((ObjectNode) schema.path("properties")).set("metadata", reference(METADATA));
        schemas.put(key + " " + spec.at("/names/kind").asString(""), schema);
      }
    }
  }

  private ObjectNode reference(String target) {
    return mapper.createObjectNode().put("$ref", target);
  }
}
