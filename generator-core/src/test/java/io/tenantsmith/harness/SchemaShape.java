package io.tenantsmith.harness;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A field as an OpenAPI schema describes it.
 *
 * @param root to which references point
 * @param schema of the field, no reference
 */
record SchemaShape(JsonNode root, JsonNode schema) implements FieldShape {

  static FieldShape of(JsonNode root, JsonNode stated) {
    String reference = stated.path("$ref").asString("");
    return reference.isEmpty()
        ? new SchemaShape(root, stated)
        : of(root, root.at(reference.substring(1)));
  }

  @Override
  public Form form() {
    if (schema.has("properties") || schema.path("additionalProperties").isObject()) {
      return Form.MAPPING;
    }
    boolean either =
        schema.path("x-kubernetes-int-or-string").asBoolean(false)
            || schema.path("format").asString("").equals("int-or-string");
    return switch (schema.path("type").asString("")) {
      case "array" -> Form.LIST;
      case "string", "integer", "number", "boolean" -> Form.SCALAR;
      default -> either ? Form.SCALAR : Form.ANYTHING;
    };
  }

  @Override
  public Optional<FieldShape> field(String name) {
    JsonNode known = schema.path("properties").path(name);
    return known.isMissingNode() ? anyField() : Optional.of(of(root, known));
  }

  @Override
  public Optional<FieldShape> anyField() {
    JsonNode others = schema.path("additionalProperties");
    if (others.isObject()) {
      return Optional.of(of(root, others));
    }
    boolean free =
        others.asBoolean(false)
            || schema.path("x-kubernetes-preserve-unknown-fields").asBoolean(false);
    return free ? Optional.of(ANYTHING) : Optional.empty();
  }

  @Override
  public FieldShape item() {
    return of(root, schema.path("items"));
  }
}
