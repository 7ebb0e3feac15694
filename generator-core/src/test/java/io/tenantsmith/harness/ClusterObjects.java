package io.tenantsmith.harness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/** All objects that are rendered for one cluster, as whoever applies them all would see them. */
public final class ClusterObjects {

  private static final String NAME_LABEL = "kubernetes.io/metadata.name";

  private static final String TENANT_LABEL = "tenantsmith.io/tenant";
  private static final String STATE_LABEL = "tenantsmith.io/state";

  private final List<JsonNode> objects;

  private ClusterObjects(List<JsonNode> objects) {
    this.objects = objects;
  }

  /** The objects in a folder of {@code clusters}. */
  public static ClusterObjects of(Path folder) {
    return with(folder, folder, "");
  }

  /** The same, where one file has another text. */
  public static ClusterObjects with(Path folder, Path edited, String text) {
    List<JsonNode> objects = new ArrayList<>();
    for (Path file : YamlTrees.files(folder)) {
      if (!file.endsWith("kustomization.yaml")) {
        objects.addAll(YamlTrees.trees(file.equals(edited) ? text : YamlTrees.text(file)));
      }
    }
    return new ClusterObjects(List.copyOf(objects));
  }

  /** The same without what tenants have that are not active, whose sites nobody asks. */
  public ClusterObjects open() {
    Set<String> closed = new TreeSet<>();
    for (JsonNode namespace : ofKind("Namespace")) {
      Map<String, String> labels = texts(namespace.at("/metadata/labels"));
      if (!labels.getOrDefault(STATE_LABEL, "active").equals("active")) {
        closed.add(tenant(namespace));
      }
    }
    return new ClusterObjects(
        objects.stream().filter(object -> !closed.contains(tenant(object))).toList());
  }

  private static String tenant(JsonNode object) {
    return object.at("/metadata/labels").path(TENANT_LABEL).asString("");
  }

  /** All of them, sorted by file. */
  public List<JsonNode> all() {
    return objects;
  }

  /** Those of a kind. */
  public List<JsonNode> ofKind(String kind) {
    return objects.stream()
        .filter(object -> object.path("kind").asString("").equals(kind))
        .toList();
  }

  /** The labels of a namespace, as the API server completes them. */
  public Map<String, String> labelsOf(String namespace) {
    Map<String, String> labels = new TreeMap<>();
    for (JsonNode object : ofKind("Namespace")) {
      if (name(object).equals(namespace)) {
        labels.putAll(texts(object.at("/metadata/labels")));
      }
    }
    labels.put(NAME_LABEL, namespace);
    return labels;
  }

  /** Whether a selector takes a namespace. */
  public boolean selects(JsonNode selector, String namespace) {
    return selector.path("matchExpressions").isEmpty()
        && labelsOf(namespace)
            .entrySet()
            .containsAll(texts(selector.path("matchLabels")).entrySet());
  }

  /** Visits every place of an object with the key that leads to it. */
  public static void walk(JsonNode node, BiConsumer<String, JsonNode> visitor) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      visitor.accept(entry.getKey(), entry.getValue());
      walk(entry.getValue(), visitor);
    }
    if (node.isArray()) {
      node.forEach(item -> walk(item, visitor));
    }
  }

  /** Name of an object. */
  public static String name(JsonNode object) {
    return object.at("/metadata/name").asString("");
  }

  /** Namespace of an object. */
  public static String namespace(JsonNode object) {
    return object.at("/metadata/namespace").asString("");
  }

  /** Kind, namespace and name, for messages. */
  public static String display(JsonNode object) {
    return object.path("kind").asString("") + " " + namespace(object) + "/" + name(object);
  }

  /** The texts of a map. */
  public static Map<String, String> texts(JsonNode map) {
    Map<String, String> texts = new TreeMap<>();
    map.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString("")));
    return texts;
  }
}
