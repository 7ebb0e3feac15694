package io.tenantsmith.render.identity;

import io.tenantsmith.yaml.TaggedNode;
import io.tenantsmith.yaml.TaggedNode.Mapping;
import io.tenantsmith.yaml.TaggedNode.Scalar;
import java.util.List;
import java.util.Optional;

/**
 * An entry of a blueprint in its parts.
 *
 * @param attrs empty where there are none
 */
record BlueprintObject(
    Mapping entry, String model, String state, Mapping identifiers, Mapping attrs) {

  static BlueprintObject of(Mapping entry) {
    String model = BlueprintRule.MODEL.string(BlueprintRule.MODEL.field(entry, "model"));
    String state = BlueprintRule.STATE.string(BlueprintRule.STATE.field(entry, "state"));
    Mapping identifiers =
        entry
            .get("identifiers")
            .map(BlueprintRule.SHAPE::mapping)
            .orElseThrow(() -> BlueprintRule.LITERAL_IDENTIFIER.broken("none for " + model));
    Mapping attrs =
        entry
            .get("attrs")
            .map(BlueprintRule.SHAPE::mapping)
            .orElseGet(() -> new Mapping(null, List.of()));
    return new BlueprintObject(entry, model, state, identifiers, attrs);
  }

  boolean isA(String name) {
    return model.equals(name);
  }

  boolean isPresent() {
    return !state.equals("absent");
  }

  /** Its id in the file, empty for none. */
  String id() {
    return entry.get("id").map(BlueprintObject::text).orElse("");
  }

  /** The text of an identifier or attribute, whatever its tag; empty for none and for a list. */
  String text(String key) {
    return field(key).map(BlueprintObject::text).orElse("");
  }

  /** An identifier or attribute. */
  Optional<TaggedNode> field(String key) {
    Optional<TaggedNode> identifier = identifiers.get(key);
    return identifier.isPresent() ? identifier : attrs.get(key);
  }

  /** The id that an identifier or attribute refers to, empty where it is no such reference. */
  String reference(String key) {
    return field(key).map(BlueprintObject::reference).orElse("");
  }

  /** The id that a value refers to, empty where it is no such reference. */
  static String reference(TaggedNode node) {
    return "!KeyOf".equals(node.tag()) ? text(node) : "";
  }

  private static String text(TaggedNode node) {
    return node instanceof Scalar scalar ? scalar.text() : "";
  }
}
