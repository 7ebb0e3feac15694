package io.tenantsmith.template;

import java.util.List;

/** What is known of the text of a node before there is a source. */
final class NodeShape {

  private NodeShape() {}

  static boolean isList(TemplateNode node) {
    return node instanceof TemplateNode.Sequence
        || node instanceof TemplateNode.Each
        || node instanceof TemplateNode.Flatten;
  }

  /** Whether it is written on lines of its own, entry by entry or item by item. */
  static boolean isBlock(TemplateNode node) {
    return isList(node) || (node instanceof TemplateNode.Mapping m && hasFixedOrder(m));
  }

  /** Whether the order of the keys is known before they are. */
  static boolean hasFixedOrder(TemplateNode.Mapping mapping) {
    return mapping.hasFixedKeys() || mapping.entries().size() == 1;
  }

  static boolean isNeverEmpty(TemplateNode node) {
    if (node instanceof TemplateNode.Mapping mapping) {
      return mapping.entries().stream().anyMatch(entry -> isPresent(entry.value()));
    }
    if (node instanceof TemplateNode.Flatten flatten) {
      return flatten.list() instanceof TemplateNode.Sequence sequence
          && sequence.items().stream().anyMatch(NodeShape::givesAnItem);
    }
    return node instanceof TemplateNode.Sequence sequence
        && sequence.items().stream().anyMatch(NodeShape::isPresent);
  }

  private static boolean isPresent(TemplateNode node) {
    return !(node instanceof TemplateNode.If choice) || choice.isAlwaysPresent();
  }

  private static boolean givesAnItem(TemplateNode node) {
    if (node instanceof TemplateNode.Constant constant) {
      return !(constant.tree() instanceof List<?> list) || !list.isEmpty();
    }
    return isList(node) ? isNeverEmpty(node) : node instanceof TemplateNode.Mapping;
  }
}
