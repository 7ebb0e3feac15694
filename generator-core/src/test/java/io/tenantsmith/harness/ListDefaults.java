package io.tenantsmith.harness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Finds defaults that a definition sets inside items of lists and that a custom resource leaves
 * out. The API server adds them; a sync tool that compares such a list as a whole sees a difference
 * for ever, and synchronises again for ever.
 */
public final class ListDefaults {

  private final Map<String, JsonNode> schemas = new HashMap<>();

  /** Reads the definitions in some folders. */
  public ListDefaults(List<Path> folders) {
    for (Path folder : folders) {
      YamlTrees.files(folder)
          .forEach(file -> YamlTrees.trees(YamlTrees.text(file)).forEach(this::add));
    }
  }

  private void add(JsonNode definition) {
    JsonNode spec = definition.path("spec");
    for (JsonNode version : spec.path("versions")) {
      schemas.put(
          spec.path("group").asString("")
              + "/"
              + version.path("name").asString("")
              + " "
              + spec.at("/names/kind").asString(""),
          version.at("/schema/openAPIV3Schema"));
    }
  }

  /** Number of kinds that are known. */
  public int kinds() {
    return schemas.size();
  }

  /** Whether an object is of a known kind. */
  public boolean knows(JsonNode object) {
    return schemas.containsKey(kind(object));
  }

  /** The defaults that an object leaves out, as paths; none for a kind without a definition. */
  public List<String> missingIn(JsonNode object) {
    List<String> missing = new ArrayList<>();
    JsonNode schema = schemas.get(kind(object));
    if (schema != null) {
      walk(schema, object, new Place(ClusterObjects.display(object), false), missing);
    }
    return missing;
  }

  private static String kind(JsonNode object) {
    return object.path("apiVersion").asString("") + " " + object.path("kind").asString("");
  }

  private static void walk(JsonNode schema, JsonNode value, Place place, List<String> missing) {
    for (Map.Entry<String, JsonNode> part : schema.path("properties").properties()) {
      Place below = place.field(part.getKey());
      if (value.has(part.getKey())) {
        walk(part.getValue(), value.path(part.getKey()), below, missing);
      } else if (place.inList() && value.isObject() && part.getValue().has("default")) {
        missing.add(below.path() + " = " + part.getValue().path("default"));
      }
    }
    JsonNode each = schema.path("additionalProperties");
    if (each.isObject()) {
      value
          .properties()
          .forEach(entry -> walk(each, entry.getValue(), place.field(entry.getKey()), missing));
    }
    if (value.isArray()) {
      value.forEach(item -> walk(schema.path("items"), item, place.item(), missing));
    }
  }

  /** Where a value is. */
  private record Place(String path, boolean inList) {

    Place field(String name) {
      return new Place(path + "." + name, inList);
    }

    Place item() {
      return new Place(path + "[]", true);
    }
  }
}
