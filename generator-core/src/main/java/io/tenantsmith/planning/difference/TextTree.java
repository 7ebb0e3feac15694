package io.tenantsmith.planning.difference;

import io.tenantsmith.plan.TextChange;
import io.tenantsmith.yaml.TaggedNode;
import io.tenantsmith.yaml.TaggedReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A YAML or JSON text as maps, lists and scalars; a value with a tag of its own is one text, such
 * as {@code !KeyOf app}.
 */
record TextTree(Map<String, Object> root) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  /** Stands for a null, since no value at all means that there is no such field. */
  private static final String NOTHING = "null";

  /** Beyond this many characters, lines are compared. */
  private static final int LONGEST = 1_000_000;

  /** The tree of a text; empty if it is not one document with a mapping. */
  static Optional<TextTree> of(TextChange.Language language, String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      Object root =
          language == TextChange.Language.JSON
              ? plain(JSON.readTree(text))
              : plain(new TaggedReader().read(text));
      return root instanceof Map<?, ?> map
          ? Optional.of(new TextTree(named(map)))
          : Optional.empty();
    } catch (RuntimeException e) {
      // Somebody may have edited the text by hand; it is still lines.
      return Optional.empty();
    }
  }

  /** Whether it is a blueprint of Authentik. */
  boolean isBlueprint() {
    return root.get("entries") instanceof List<?> && root.containsKey("version");
  }

  private static Map<String, Object> named(Map<?, ?> map) {
    Map<String, Object> named = new LinkedHashMap<>();
    map.forEach((key, value) -> named.put((String) key, value));
    return named;
  }

  private static Object plain(JsonNode node) {
    if (node.isObject()) {
      Map<String, Object> map = new LinkedHashMap<>();
      node.properties().forEach(entry -> map.put(entry.getKey(), plain(entry.getValue())));
      return map;
    }
    if (node.isArray()) {
      List<Object> list = new ArrayList<>();
      node.forEach(item -> list.add(plain(item)));
      return list;
    }
    if (node.isNumber()) {
      return node.decimalValue();
    }
    return node.isBoolean() ? (Object) node.booleanValue() : node.asString(NOTHING);
  }

  private static Object plain(TaggedNode node) {
    if (node.tag() != null) {
      return node.tag() + " " + flow(node);
    }
    if (node instanceof TaggedNode.Mapping mapping) {
      Map<String, Object> map = new LinkedHashMap<>();
      mapping.entries().forEach(entry -> map.put(entry.key().text(), plain(entry.value())));
      return map;
    }
    if (node instanceof TaggedNode.Sequence sequence) {
      List<Object> list = new ArrayList<>();
      sequence.items().forEach(item -> list.add(plain(item)));
      return list;
    }
    return scalar((TaggedNode.Scalar) node);
  }

  private static Object scalar(TaggedNode.Scalar scalar) {
    String text = scalar.text();
    return switch (scalar.type()) {
      case NULL -> NOTHING;
      case BOOLEAN ->
          text.equals("true") || text.equals("false") ? (Object) text.equals("true") : text;
      case INTEGER, NUMBER, STRING -> number(scalar, text);
    };
  }

  private static Object number(TaggedNode.Scalar scalar, String text) {
    try {
      return scalar.isString() ? text : new BigDecimal(text);
    } catch (NumberFormatException e) {
      return text;
    }
  }

  /** What stands behind a tag, in one line. */
  private static String flow(TaggedNode node) {
    if (node instanceof TaggedNode.Scalar scalar) {
      return scalar.text();
    }
    if (node instanceof TaggedNode.Sequence sequence) {
      return sequence.items().stream()
          .map(TextTree::item)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return ((TaggedNode.Mapping) node)
        .entries().stream()
            .map(entry -> entry.key().text() + ": " + item(entry.value()))
            .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String item(TaggedNode node) {
    return node.tag() == null ? flow(node) : node.tag() + " " + flow(node);
  }
}
