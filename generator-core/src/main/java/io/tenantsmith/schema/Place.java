package io.tenantsmith.schema;

import com.networknt.schema.path.NodePath;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.yaml.YamlMapping;
import io.tenantsmith.yaml.YamlNode;
import io.tenantsmith.yaml.YamlSequence;
import org.jspecify.annotations.Nullable;

/**
 * A node of a document with what the schema says about it.
 *
 * @param name its key; of an item, the key of its list; empty for the document
 * @param item whether it is an item of a list
 * @param root whether it is the document
 */
record Place(YamlNode node, @Nullable Shape shape, String name, boolean item, boolean root) {

  static Place of(YamlMapping root, Shape shape) {
    return new Place(root, shape, "", false, true);
  }

  Place field(YamlMapping.Entry entry) {
    Shape below = shape == null ? null : shape.below(entry.name());
    return new Place(entry.value(), below, entry.name(), false, false);
  }

  Place item(int index) {
    Shape below = shape == null ? null : shape.item();
    return new Place(((YamlSequence) node).items().get(index), below, name, true, false);
  }

  /** The place below this one to which the validator's path leads; null if it leads nowhere. */
  @Nullable Place follow(NodePath path) {
    Place place = this;
    for (int i = 0; i < path.getNameCount(); i++) {
      Place next = place.step(path.getElement(i));
      if (next == null) {
        return null;
      }
      place = next;
    }
    return place;
  }

  /** Its name in messages. */
  String title() {
    if (root) {
      return "the file";
    }
    return (item ? "an item of " : "") + Quoted.quote(name);
  }

  /** Where something is missing: the first key, so that the excerpt shows one line. */
  SourceRange head() {
    if (node instanceof YamlMapping mapping && !mapping.entries().isEmpty()) {
      return mapping.entries().get(0).key().range();
    }
    return node.range();
  }

  private @Nullable Place step(Object element) {
    if (node instanceof YamlSequence sequence && element instanceof Integer index) {
      return index < sequence.items().size() ? item(index) : null;
    }
    if (node instanceof YamlMapping mapping) {
      return mapping.find(element.toString()).map(this::field).orElse(null);
    }
    return null;
  }
}
