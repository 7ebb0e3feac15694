package io.tenantsmith.schema;

import io.tenantsmith.yaml.YamlMapping;
import io.tenantsmith.yaml.YamlNode;
import io.tenantsmith.yaml.YamlScalar;
import io.tenantsmith.yaml.YamlSequence;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** YAML nodes as the JSON that the validator reads. The reader has bounded their depth. */
final class JsonConversion {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Numbers below it fit into a long. */
  private static final BigDecimal LONG = BigDecimal.valueOf(2).pow(63);

  private JsonConversion() {}

  static JsonNode of(YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      ObjectNode object = JSON.objectNode();
      mapping.entries().forEach(e -> object.set(e.name(), of(e.value())));
      return object;
    }
    if (node instanceof YamlSequence sequence) {
      ArrayNode array = JSON.arrayNode();
      sequence.items().forEach(item -> array.add(of(item)));
      return array;
    }
    return scalar((YamlScalar) node);
  }

  private static JsonNode scalar(YamlScalar scalar) {
    String text = scalar.text();
    return switch (scalar.type()) {
      case STRING -> JSON.stringNode(text);
      case BOOLEAN -> JSON.booleanNode(text.equals("true"));
      case NULL -> JSON.nullNode();
      case INTEGER, NUMBER -> number(text);
    };
  }

  /**
   * The validator compares a number with its bounds as a long, or whole as a big integer; what is
   * neither is not a number that a schema allows, and is reported by its type.
   */
  private static JsonNode number(String text) {
    BigDecimal value = new BigDecimal(text);
    if (value.abs().compareTo(LONG) < 0) {
      return JSON.numberNode(value);
    }
    boolean whole = value.stripTrailingZeros().scale() <= 0;
    return whole ? JSON.numberNode(value.toBigInteger()) : JSON.stringNode(text);
  }
}
