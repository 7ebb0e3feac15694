package io.tenantsmith.schema;

import io.tenantsmith.diagnostic.Quoted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the schema says about one place, as far as messages need it; references are resolved.
 *
 * @param types JSON types that are allowed here
 * @param fields the fields of a mapping, in the order of the schema
 * @param rest shape of the values in a mapping with arbitrary keys
 * @param item shape of the items of a list
 * @param schema the schema itself
 */
record Shape(
    List<String> types,
    Map<String, Shape> fields,
    @Nullable Shape rest,
    @Nullable Shape item,
    SchemaTree schema) {

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
    List<String> examples = schema.words("examples");
    return examples.isEmpty() ? "" : examples.get(0);
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

  static Shape of(SchemaTree schema) {
    SchemaTree here = schema;
    for (SchemaTree next = here.referred(); next != null; next = here.referred()) {
      here = next;
    }
    Map<String, Shape> fields = new LinkedHashMap<>();
    here.properties().forEach((name, field) -> fields.put(name, of(field)));
    return new Shape(
        here.words("type"),
        fields,
        below(here, "additionalProperties"),
        below(here, "items"),
        here);
  }

  private static @Nullable Shape below(SchemaTree schema, String keyword) {
    SchemaTree below = schema.below(keyword);
    return below == null ? null : of(below);
  }
}
