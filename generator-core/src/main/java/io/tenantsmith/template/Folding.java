package io.tenantsmith.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Folds nodes before they are compiled: a mapping whose keys are known becomes one mapping, whether
 * it is literal, named by {@code $eval} or put together by {@code $merge}. So it is text with holes
 * instead of a tree that is made and written each time. A part that is the same for every source
 * becomes a constant, and nothing else does.
 */
final class Folding {

  private Folding() {}

  /** A node with the same result as this one. */
  static TemplateNode of(TemplateNode node) {
    if (node instanceof TemplateNode.Hole hole) {
      return hole.value().value() instanceof NamedValue.Mapping mapping
          ? fields(hole, mapping)
          : hole;
    }
    if (node instanceof TemplateNode.Mapping mapping) {
      List<TemplateNode.Entry> entries = new ArrayList<>(mapping.entries().size());
      for (TemplateNode.Entry entry : mapping.entries()) {
        entries.add(new TemplateNode.Entry(entry.key(), of(entry.value())));
      }
      return constantIfFixed(new TemplateNode.Mapping(entries, mapping.place()));
    }
    if (node instanceof TemplateNode.If choice) {
      return new TemplateNode.If(
          choice.condition(), branch(choice.then()), branch(choice.otherwise()), choice.place());
    }
    return node instanceof TemplateNode.Merge merge ? merged(merge) : list(node);
  }

  private static @Nullable TemplateNode branch(@Nullable TemplateNode node) {
    return node == null ? null : of(node);
  }

  private static TemplateNode list(TemplateNode node) {
    if (node instanceof TemplateNode.Sequence sequence) {
      List<TemplateNode> items = new ArrayList<>(sequence.items().size());
      sequence.items().forEach(item -> items.add(of(item)));
      return constantIfFixed(new TemplateNode.Sequence(items, sequence.place()));
    }
    if (node instanceof TemplateNode.Each each) {
      return new TemplateNode.Each(each.rows(), each.variable(), of(each.body()), each.place());
    }
    return node instanceof TemplateNode.Flatten flatten ? flattened(flatten) : node;
  }

  private static TemplateNode flattened(TemplateNode.Flatten flatten) {
    TemplateNode folded = of(flatten.list());
    return folded instanceof TemplateNode.Constant constant
        ? new TemplateNode.Constant(
            TreeCompiler.flattened((List<?>) constant.tree()), flatten.place())
        : new TemplateNode.Flatten(folded, flatten.place());
  }

  /** The node, whose parts are folded, as one constant if all of its parts are constants. */
  private static TemplateNode constantIfFixed(TemplateNode node) {
    return node.isFixed()
        ? new TemplateNode.Constant(TreeCompiler.fixedTree(node), node.place())
        : node;
  }

  private static TemplateNode fields(TemplateNode.Hole hole, NamedValue.Mapping mapping) {
    List<TemplateNode.Entry> entries = new ArrayList<>();
    for (int i = 0; i < mapping.fields().size(); i++) {
      FixedKeys.Field field = mapping.fields().get(i);
      TemplateNode value = value(hole, field.value(), NamedValue.Mapping.slotOfValue(i));
      if (field.when() != null) {
        int slot = NamedValue.Mapping.slotOfCondition(i);
        Reference condition = hole.value().part(field.when(), slot);
        value = new TemplateNode.If(condition, value, null, hole.place());
      }
      entries.add(entry(field.key(), value, hole));
    }
    return constantIfFixed(new TemplateNode.Mapping(entries, hole.place()));
  }

  private static TemplateNode value(TemplateNode.Hole hole, NamedValue value, int slotsBehind) {
    return value instanceof NamedValue.Fixed fixed
        ? new TemplateNode.Constant(fixed.tree(), hole.place())
        : new TemplateNode.Hole(hole.value().part(value, slotsBehind), hole.place());
  }

  private static TemplateNode.Entry entry(String key, TemplateNode value, TemplateNode around) {
    return new TemplateNode.Entry(new TemplateNode.Constant(key, around.place()), value);
  }

  /** One mapping of all merged mappings, unless the keys of one are not known. */
  private static TemplateNode merged(TemplateNode.Merge merge) {
    TemplateNode folded = of(merge.list());
    if (folded instanceof TemplateNode.Each) {
      return new TemplateNode.Merge(folded, merge.place());
    }
    Map<String, TemplateNode> all = new LinkedHashMap<>();
    for (TemplateNode item : items(folded)) {
      Optional<Map<String, TemplateNode>> entries = entries(item);
      if (entries.isEmpty()) {
        return new TemplateNode.Merge(folded, merge.place());
      }
      entries.get().forEach((key, value) -> all.put(key, over(value, all.get(key))));
    }
    List<TemplateNode.Entry> entries = new ArrayList<>();
    all.forEach((key, value) -> entries.add(entry(key, value, merge)));
    return constantIfFixed(new TemplateNode.Mapping(entries, merge.place()));
  }

  private static List<TemplateNode> items(TemplateNode list) {
    if (list instanceof TemplateNode.Sequence sequence) {
      return sequence.items();
    }
    List<TemplateNode> items = new ArrayList<>();
    for (Object item : (List<?>) ((TemplateNode.Constant) list).tree()) {
      items.add(new TemplateNode.Constant(item, list.place()));
    }
    return items;
  }

  /** The entries of a mapping; none if its keys are not known. */
  private static Optional<Map<String, TemplateNode>> entries(TemplateNode node) {
    Map<String, TemplateNode> entries = new LinkedHashMap<>();
    if (node instanceof TemplateNode.Mapping mapping && mapping.hasFixedKeys()) {
      mapping.entries().forEach(e -> entries.put(TreeCompiler.fixedName(e), e.value()));
      return Optional.of(entries);
    }
    if (node instanceof TemplateNode.Constant constant && constant.tree() instanceof FieldMap map) {
      map.forEach((k, v) -> entries.put(k, new TemplateNode.Constant(v, constant.place())));
      return Optional.of(entries);
    }
    return node instanceof TemplateNode.If choice ? entries(choice) : Optional.empty();
  }

  /** The entries of mappings under a condition, each of them under that condition. */
  private static Optional<Map<String, TemplateNode>> entries(TemplateNode.If choice) {
    Optional<Map<String, TemplateNode>> then = entriesOf(choice.then());
    Optional<Map<String, TemplateNode>> otherwise = entriesOf(choice.otherwise());
    if (then.isEmpty() || otherwise.isEmpty()) {
      return Optional.empty();
    }
    TreeSet<String> keys = new TreeSet<>(then.get().keySet());
    keys.addAll(otherwise.get().keySet());
    Map<String, TemplateNode> entries = new LinkedHashMap<>();
    for (String key : keys) {
      TemplateNode.If value =
          new TemplateNode.If(
              choice.condition(), then.get().get(key), otherwise.get().get(key), choice.place());
      entries.put(key, value);
    }
    return Optional.of(entries);
  }

  private static Optional<Map<String, TemplateNode>> entriesOf(@Nullable TemplateNode branch) {
    return branch == null ? Optional.of(Map.of()) : entries(branch);
  }

  /** The value of a later mapping, or the earlier one where it has none. */
  private static TemplateNode over(TemplateNode later, @Nullable TemplateNode earlier) {
    if (earlier == null || !(later instanceof TemplateNode.If choice) || choice.isAlwaysPresent()) {
      return later;
    }
    TemplateNode then = choice.then();
    TemplateNode otherwise = choice.otherwise();
    return new TemplateNode.If(
        choice.condition(),
        then == null ? earlier : over(then, earlier),
        otherwise == null ? earlier : over(otherwise, earlier),
        choice.place());
  }
}
