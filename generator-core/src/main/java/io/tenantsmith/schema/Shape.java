package io.tenantsmith.schema;

import io.tenantsmith.diagnostic.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the schema says about one place, as far as messages need it; references are resolved.
 *
 * @param types JSON types that are allowed here
 * @param fields the fields of a mapping, in the order of the schema
 * @param rest shape of the values in a mapping with arbitrary keys
 * @param item shape of the items of a list
 * @param node the schema itself
 */
record Shape(
    List<String> types,
    Map<String, Shape> fields,
    @Nullable Shape rest,
    @Nullable Shape item,
    JsonNode node) {

  static Shape of(JsonNode schema) {
    return of(schema, schema);
  }

  boolean takes(String type) {
    return types.contains(type);
  }

  boolean takesNumber() {
    return takes("number") || takes("integer");
  }

  /** The shape below a key, if the schema knows it. */
  @Nullable Shape below(String key) {
    Shape field = fields.get(key);
    return field == null ? rest : field;
  }

  /** The first example as text, or nothing. */
  String example() {
    JsonNode first = node.path("examples").path(0);
    return first.isValueNode() ? first.asString() : "";
  }

  /** The first example as written after a key, or nothing if it does not fit on a line. */
  String writtenExample() {
    String example = example();
    if (example.indexOf('\n') >= 0) {
      return "";
    }
    boolean readsAsNumber = !example.isEmpty() && example.charAt(0) <= '9';
    return takes("string") && !takesNumber() && readsAsNumber ? Quoted.quote(example) : example;
  }

  private static Shape of(JsonNode schema, JsonNode root) {
    JsonNode here = schema;
    while (here.has("$ref")) {
      here = root.at(here.get("$ref").asString().substring(1));
    }
    Map<String, Shape> fields = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : here.path("properties").properties()) {
      fields.put(field.getKey(), of(field.getValue(), root));
    }
    Shape rest =
        here.path("additionalProperties").isObject()
            ? of(here.get("additionalProperties"), root)
            : null;
    Shape item = here.has("items") ? of(here.get("items"), root) : null;
    return new Shape(types(here.path("type")), fields, rest, item, here);
  }

  private static List<String> types(JsonNode type) {
    if (!type.isArray()) {
      return List.of(type.asString(""));
    }
    List<String> types = new ArrayList<>();
    type.forEach(t -> types.add(t.asString()));
    return List.copyOf(types);
  }
}
