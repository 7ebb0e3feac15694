package io.tenantsmith.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Checks a tree against an OpenAPI or JSON schema more strictly than the schema asks: a field that
 * is not named is an error, since API servers and Flux drop it without a word.
 */
final class StrictSchema {

  private final JsonNode root;
  private final boolean nullAllowed;
  private final List<String> problems = new ArrayList<>();

  /**
   * A check.
   *
   * @param root to which references point
   * @param nullAllowed whether any field may be null
   */
  StrictSchema(JsonNode root, boolean nullAllowed) {
    this.root = root;
    this.nullAllowed = nullAllowed;
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  void check(JsonNode value, JsonNode stated, String path) {
    JsonNode schema = resolved(stated);
    if (value.isNull()) {
      require(nullAllowed || schema.path("nullable").asBoolean(false), path, "is null");
    } else if (isOpen(schema)) {
      return;
    } else if (schema.path("x-kubernetes-int-or-string").asBoolean(false)
        || schema.path("format").asString("").equals("int-or-string")) {
      require(value.isIntegralNumber() || value.isString(), path, "is no integer or string");
    } else {
      checkTyped(value, schema, path);
    }
  }

  private void checkTyped(JsonNode value, JsonNode schema, String path) {
    switch (schema.path("type").asString("object")) {
      case "object" -> checkObject(value, schema, path);
      case "array" -> checkArray(value, schema, path);
      case "string" -> checkString(value, schema, path);
      case "integer" -> require(value.isIntegralNumber(), path, "is no integer");
      case "number" -> require(value.isNumber(), path, "is no number");
      case "boolean" -> require(value.isBoolean(), path, "is no boolean");
      default -> require(false, path, "has a type this check does not know");
    }
  }

  private void checkObject(JsonNode value, JsonNode schema, String path) {
    if (!value.isObject()) {
      require(false, path, "is no object");
      return;
    }
    for (JsonNode name : schema.path("required")) {
      require(value.has(name.asString()), path, "has no " + name.asString());
    }
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      checkField(field, schema, path + "." + field.getKey());
    }
  }

  private void checkField(Map.Entry<String, JsonNode> field, JsonNode schema, String path) {
    JsonNode known = schema.path("properties").path(field.getKey());
    JsonNode others = schema.path("additionalProperties");
    if (!known.isMissingNode()) {
      check(field.getValue(), known, path);
    } else if (others.isObject()) {
      check(field.getValue(), others, path);
    } else {
      require(
          others.asBoolean(false) || isPreserving(schema), path, "is a field that is not known");
    }
  }

  private void checkArray(JsonNode value, JsonNode schema, String path) {
    if (!value.isArray()) {
      require(false, path, "is no list");
      return;
    }
    for (int i = 0; i < value.size(); i++) {
      check(value.get(i), schema.path("items"), path + "[" + i + "]");
    }
  }

  private void checkString(JsonNode value, JsonNode schema, String path) {
    if (!value.isString()) {
      require(false, path, "is no string");
      return;
    }
    String text = value.asString();
    require(text.length() >= schema.path("minLength").asInt(0), path, "is too short");
    require(
        text.length() <= schema.path("maxLength").asInt(Integer.MAX_VALUE), path, "is too long");
    JsonNode values = schema.path("enum");
    require(
        values.isMissingNode() || holds(values, text), path, "is " + text + ", not of the enum");
  }

  private static boolean holds(JsonNode values, String text) {
    for (JsonNode value : values) {
      if (value.isString() && value.asString().equals(text)) {
        return true;
      }
    }
    return false;
  }

  private JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").asString("");
    return reference.isEmpty() ? schema : resolved(root.at(reference.substring(1)));
  }

  /** A schema that says nothing about its value, or says that anything goes. */
  private static boolean isOpen(JsonNode schema) {
    boolean silent = !schema.has("type") && !schema.has("properties");
    boolean alternatives = schema.has("anyOf") || schema.has("oneOf");
    return (silent && !schema.path("x-kubernetes-int-or-string").asBoolean(false))
        || (alternatives && !schema.has("properties") && !schema.has("type"))
        || (isPreserving(schema) && !schema.has("properties"));
  }

  private static boolean isPreserving(JsonNode schema) {
    return schema.path("x-kubernetes-preserve-unknown-fields").asBoolean(false);
  }

  private void require(boolean held, String path, String problem) {
    if (!held) {
      problems.add(path + " " + problem);
    }
  }

  /** A schema without a word. */
  static JsonNode open() {
    return JsonNodeFactory.instance.objectNode();
  }
}
