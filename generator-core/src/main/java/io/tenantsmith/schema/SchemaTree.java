package io.tenantsmith.schema;

import io.tenantsmith.json.JsonReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a schema file as it is written, with what it may refer to.
 *
 * @param keywords what it says
 * @param whole the whole schema, with the definitions that schemas share
 */
record SchemaTree(Map<?, ?> keywords, Map<?, ?> whole) {

  /** What several schemas refer to; an editor finds it beside them. */
  static final String SHARED = "shared.schema.json";

  private static final String DEFINITIONS = "$defs";
  private static final String REFERENCE = "$ref";

  /** The whole schema of a kind of file. */
  static SchemaTree of(SchemaKind kind) {
    Map<Object, Object> schema = new LinkedHashMap<>(file(kind.fileName()));
    Map<Object, Object> definitions = new LinkedHashMap<>(mapping(schema.get(DEFINITIONS)));
    definitions.putAll(mapping(file(SHARED).get(DEFINITIONS)));
    schema.put(DEFINITIONS, definitions);
    return new SchemaTree(schema, schema);
  }

  private static Map<?, ?> file(String name) {
    return mapping(JsonReader.read(CompiledSchema.text(name)));
  }

  /** The schema that it refers to, if it does. */
  @Nullable SchemaTree referred() {
    if (!(keywords.get(REFERENCE) instanceof String reference)) {
      return null;
    }
    Map<?, ?> at = whole;
    for (String name : reference.substring(reference.indexOf('#') + 2).split("/", -1)) {
      if (!(at.get(name) instanceof Map<?, ?> next)) {
        throw new IllegalStateException("a schema refers to " + reference + ", which is not there");
      }
      at = next;
    }
    return new SchemaTree(at, whole);
  }

  /** The schema below a keyword, if one is there. */
  @Nullable SchemaTree below(String keyword) {
    return keywords.get(keyword) instanceof Map<?, ?> below ? new SchemaTree(below, whole) : null;
  }

  /** The schemas of the fields of a mapping, in their order. */
  Map<String, SchemaTree> properties() {
    Map<String, SchemaTree> properties = new LinkedHashMap<>();
    mapping(keywords.get("properties"))
        .forEach(
            (name, schema) ->
                properties.put((String) name, new SchemaTree(mapping(schema), whole)));
    return properties;
  }

  /** The words of a keyword that has one or a list of them, as text. */
  List<String> words(String keyword) {
    Object value = keywords.get(keyword);
    List<String> words = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(word -> words.add(text(word)));
    } else if (value != null) {
      words.add(text(value));
    }
    return List.copyOf(words);
  }

  /** The one word of a keyword as text; empty without the keyword. */
  String word(String keyword) {
    return text(keywords.get(keyword));
  }

  /** A value as text; nothing of mappings and lists. */
  private static String text(@Nullable Object value) {
    return value == null || value instanceof Map<?, ?> || value instanceof List<?>
        ? ""
        : value.toString();
  }

  private static Map<?, ?> mapping(@Nullable Object value) {
    return value instanceof Map<?, ?> mapping ? mapping : Map.of();
  }
}
