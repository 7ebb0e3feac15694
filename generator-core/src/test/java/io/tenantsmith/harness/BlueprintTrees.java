package io.tenantsmith.harness;

import io.tenantsmith.yaml.TaggedNode;
import io.tenantsmith.yaml.TaggedReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Blueprints as trees, without tagged values, since only Authentik knows what becomes of them. */
final class BlueprintTrees {

  private final JsonMapper mapper = new JsonMapper();
  private final TaggedReader reader = new TaggedReader();

  /** The tree of a blueprint. */
  JsonNode read(String blueprint) {
    return tree(reader.read(blueprint));
  }

  private JsonNode tree(TaggedNode node) {
    if (node instanceof TaggedNode.Scalar scalar) {
      return scalar(scalar);
    }
    if (node instanceof TaggedNode.Sequence sequence) {
      ArrayNode list = mapper.createArrayNode();
      sequence.items().stream().filter(i -> i.tag() == null).forEach(i -> list.add(tree(i)));
      return list;
    }
    ObjectNode object = mapper.createObjectNode();
    ((TaggedNode.Mapping) node)
        .entries().stream()
            .filter(entry -> entry.value().tag() == null)
            .forEach(entry -> object.set(entry.key().text(), tree(entry.value())));
    return object;
  }

  private JsonNode scalar(TaggedNode.Scalar scalar) {
    return switch (scalar.type()) {
      case STRING -> mapper.getNodeFactory().stringNode(scalar.text());
      case INTEGER -> mapper.getNodeFactory().numberNode(Long.parseLong(scalar.text()));
      case NUMBER -> mapper.getNodeFactory().numberNode(Double.parseDouble(scalar.text()));
      case BOOLEAN -> mapper.getNodeFactory().booleanNode(Boolean.parseBoolean(scalar.text()));
      case NULL -> mapper.getNodeFactory().nullNode();
    };
  }
}
