package io.tenantsmith.render.identity;

import io.tenantsmith.yaml.TaggedNode;
import io.tenantsmith.yaml.TaggedNode.Mapping;
import io.tenantsmith.yaml.TaggedNode.Scalar;
import io.tenantsmith.yaml.TaggedNode.Sequence;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Holds that a file does not succeed before what it looks for exists, since Authentik applies files
 * in any order and tries a file again only if it failed. A condition skips an entry in silence;
 * what refers to a skipped entry fails.
 */
final class BlueprintFinds {

  private BlueprintFinds() {}

  static void check(List<BlueprintObject> objects) {
    Set<String> referred = new LinkedHashSet<>();
    objects.forEach(object -> addReferences(object.entry(), referred));
    Set<TaggedNode> held = new LinkedHashSet<>();
    for (BlueprintObject object : objects) {
      for (TaggedNode condition : conditions(object)) {
        BlueprintRule.CONDITION.require(referred.contains(object.id()), object.model());
        held.add(condition);
      }
    }
    for (BlueprintObject object : objects) {
      for (TaggedNode.Entry field : object.attrs().entries()) {
        if ("!Find".equals(field.value().tag()) && BlueprintModels.isNullable(field.key().text())) {
          BlueprintRule.OPTIONAL_FIND.require(held.contains(field.value()), field.key().text());
        }
      }
    }
  }

  private static List<TaggedNode> conditions(BlueprintObject object) {
    return object
        .entry()
        .get("conditions")
        .map(node -> BlueprintRule.CONDITION.sequence(node).items())
        .orElseGet(List::of);
  }

  private static void addReferences(TaggedNode node, Set<String> into) {
    if (node instanceof Scalar scalar && "!KeyOf".equals(scalar.tag())) {
      into.add(scalar.text());
    } else if (node instanceof Sequence sequence) {
      for (TaggedNode item : sequence.items()) {
        addReferences(item, into);
      }
    } else if (node instanceof Mapping mapping) {
      for (TaggedNode.Entry field : mapping.entries()) {
        addReferences(field.value(), into);
      }
    }
  }
}
