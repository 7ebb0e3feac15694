package io.tenantsmith.plan.form;

import io.tenantsmith.plan.FleetPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A case with every text that inputs can reach changed: names, values, files, sentences. */
final class HostilePlan {

  /** Words of the form itself, and names of kinds, which no input makes. */
  private static final Set<String> OURS = Set.of("kind", "fate", "form", "language", "apiVersion");

  private HostilePlan() {}

  static FleetPlan of(String name, UnaryOperator<String> change) throws IOException {
    Path file = Path.of("src/test/resources/plans", name, "plan.json");
    JsonNode json = JsonMapper.builder().build().readTree(Files.readString(file));
    return PlanReader.read(changed(json, change).toString());
  }

  private static JsonNode changed(JsonNode node, UnaryOperator<String> change) {
    if (node.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      node.properties()
          .forEach(
              member ->
                  copy.set(
                      member.getKey(),
                      OURS.contains(member.getKey())
                          ? member.getValue()
                          : changed(member.getValue(), change)));
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      node.valueStream().forEach(item -> copy.add(changed(item, change)));
      return copy;
    }
    boolean empty = node.isString() && node.asString().isEmpty();
    return node.isString() && !empty
        ? JsonNodeFactory.instance.stringNode(change.apply(node.asString()))
        : node;
  }
}
