package io.tenantsmith.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The published schema of a tenant, as the list of its fields. */
public final class TenantSchema {

  private final JsonNode root;

  private TenantSchema(JsonNode root) {
    this.root = root;
  }

  /** Reads that of a tenant. */
  public static TenantSchema read() throws IOException {
    return read("tenant");
  }

  /** Reads another one of that form, with what it shares with others inside. */
  public static TenantSchema read(String kind) throws IOException {
    ObjectNode root = tree(kind);
    root.withObject("/$defs").setAll((ObjectNode) tree("shared").get("$defs"));
    return new TenantSchema(root);
  }

  private static ObjectNode tree(String kind) throws IOException {
    Path file = SampleFleet.root().resolve("schema/" + kind + ".schema.json");
    String text = Files.readString(file).replace("shared.schema.json#/", "#/");
    return (ObjectNode) new JsonMapper().readTree(text);
  }

  /** Fields that every tenant states. */
  public Set<String> required() {
    Set<String> names = new TreeSet<>();
    root.get("required").values().forEach(name -> names.add(name.asString()));
    return names;
  }

  /** Fields at the top of a file. */
  public Set<String> topLevel() {
    return new TreeSet<>(root.get("properties").propertyNames());
  }

  /** Every field that holds a value, for instance {@code plugins[].name}. */
  public Set<String> leaves() {
    Set<String> leaves = new TreeSet<>();
    collect("", root, leaves);
    return leaves;
  }

  /** The schema of the whole file. */
  public JsonNode root() {
    return root;
  }

  /** What a reference refers to, or the schema itself. */
  JsonNode resolve(JsonNode schema) {
    JsonNode reference = schema.get("$ref");
    return reference == null ? schema : resolve(root.at(reference.asString().substring(1)));
  }

  private void collect(String path, JsonNode unresolved, Set<String> leaves) {
    JsonNode schema = resolve(unresolved);
    if (schema.has("properties")) {
      String prefix = path.isEmpty() ? "" : path + ".";
      schema
          .get("properties")
          .properties()
          .forEach(field -> collect(prefix + field.getKey(), field.getValue(), leaves));
    } else if (schema.has("items")) {
      collect(path + "[]", schema.get("items"), leaves);
    } else if (schema.path("additionalProperties").isObject()) {
      collect(path + ".*", schema.get("additionalProperties"), leaves);
    } else {
      leaves.add(path);
    }
  }
}
