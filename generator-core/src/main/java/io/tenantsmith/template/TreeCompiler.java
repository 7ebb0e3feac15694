package io.tenantsmith.template;

import io.tenantsmith.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles folded nodes to pieces that make their trees. */
final class TreeCompiler {

  /** The frame for fixed nodes, which have no references and never look into it. */
  private static final Frame NO_SOURCE =
      new Frame(new Evaluated("", NamedValues.builder().build(), null), null);

  private TreeCompiler() {}

  /** The tree of a node that is the same for every source. */
  static Object fixedTree(TemplateNode node) {
    Object tree = compile(node).tree(NO_SOURCE);
    if (tree == null) {
      throw new IllegalStateException("only a condition leaves nothing");
    }
    return tree;
  }

  static TreePiece compile(TemplateNode node) {
    if (node instanceof TemplateNode.Constant constant) {
      Object tree = constant.tree();
      return frame -> tree;
    }
    if (node instanceof TemplateNode.Hole hole) {
      return hole.value()::in;
    }
    if (node instanceof TemplateNode.Text text) {
      return frame -> text(text, frame);
    }
    if (node instanceof TemplateNode.Mapping mapping) {
      return mapping.hasFixedKeys() ? mapping(mapping) : keyed(mapping);
    }
    if (node instanceof TemplateNode.Sequence sequence) {
      return sequence(sequence);
    }
    if (node instanceof TemplateNode.If choice) {
      return choice(choice);
    }
    if (node instanceof TemplateNode.Each each) {
      return each(each);
    }
    if (node instanceof TemplateNode.Flatten flatten) {
      TreePiece list = compile(flatten.list());
      return frame -> flattened((List<?>) present(list, frame));
    }
    TemplateNode.Merge merge = (TemplateNode.Merge) node;
    TreePiece list = compile(merge.list());
    return frame -> merged(merge, (List<?>) present(list, frame));
  }

  static String text(TemplateNode.Text text, Frame frame) {
    List<TemplateNode.Text.Part> parts = text.parts();
    String[] words = new String[parts.size()];
    for (int i = 0; i < words.length; i++) {
      words[i] = word(parts.get(i), frame);
    }
    return words.length == 2 ? words[0].concat(words[1]) : String.join("", words);
  }

  private static String word(TemplateNode.Text.Part part, Frame frame) {
    if (part instanceof TemplateNode.Text.Literal literal) {
      return literal.text();
    }
    Reference inserted = ((TemplateNode.Text.Inserted) part).value();
    Object value = inserted.in(frame);
    if (!ScalarText.isScalar(value)) {
      throw inserted.failure("is a list or mapping, which no string takes");
    }
    return ScalarText.of(value);
  }

  /** The entries in the order in which they are written. */
  static List<TemplateNode.Entry> sorted(TemplateNode.Mapping mapping) {
    List<TemplateNode.Entry> entries = new ArrayList<>(mapping.entries());
    entries.sort(Comparator.comparing(TreeCompiler::fixedName, YamlWriter.keyOrder()));
    return entries;
  }

  /** Interned, as names in code are, so that most look-ups compare references only. */
  static String fixedName(TemplateNode.Entry entry) {
    return entry.name().orElseThrow().intern();
  }

  private static TreePiece mapping(TemplateNode.Mapping mapping) {
    List<TemplateNode.Entry> entries = sorted(mapping);
    String[] keys = entries.stream().map(TreeCompiler::fixedName).toArray(String[]::new);
    TreePiece[] pieces =
        entries.stream().map(entry -> compile(entry.value())).toArray(TreePiece[]::new);
    return new MappingPiece(keys, pieces);
  }

  /** A mapping some of whose keys are known only when it is rendered. */
  private static TreePiece keyed(TemplateNode.Mapping mapping) {
    List<TreePiece> keys = mapping.entries().stream().map(entry -> compile(entry.key())).toList();
    List<TreePiece> values =
        mapping.entries().stream().map(entry -> compile(entry.value())).toList();
    return frame -> {
      Map<String, Object> entries = new LinkedHashMap<>();
      for (int i = 0; i < keys.size(); i++) {
        Object value = values.get(i).tree(frame);
        if (value != null) {
          entries.put((String) present(keys.get(i), frame), value);
        }
      }
      return FieldMap.copyOf(entries);
    };
  }

  private static TreePiece sequence(TemplateNode.Sequence sequence) {
    return new Items(sequence.items().stream().map(TreeCompiler::compile).toList());
  }

  private static TreePiece choice(TemplateNode.If choice) {
    return new Choice(choice.condition(), branch(choice.then()), branch(choice.otherwise()));
  }

  private static TreePiece branch(@Nullable TemplateNode node) {
    return node == null ? frame -> null : compile(node);
  }

  private static TreePiece each(TemplateNode.Each each) {
    return new Rows(each.rows(), compile(each.body()));
  }

  private static void addIfPresent(List<Object> items, @Nullable Object item) {
    if (item != null) {
      items.add(item);
    }
  }

  static List<Object> flattened(List<?> lists) {
    List<Object> items = new ArrayList<>();
    for (Object item : lists) {
      if (item instanceof List<?> inner) {
        items.addAll(inner);
      } else {
        items.add(item);
      }
    }
    return List.copyOf(items);
  }

  private static FieldMap merged(TemplateNode.Merge merge, List<?> mappings) {
    Map<String, Object> entries = new LinkedHashMap<>();
    for (Object item : mappings) {
      if (!(item instanceof FieldMap mapping)) {
        throw new IllegalStateException(
            merge.place().display() + ": $merge was given a value that is no mapping");
      }
      entries.putAll(mapping);
    }
    return FieldMap.copyOf(entries);
  }

  private static Object present(TreePiece piece, Frame frame) {
    Object tree = piece.tree(frame);
    if (tree == null) {
      throw new IllegalStateException("only a condition leaves nothing");
    }
    return tree;
  }

  /** A list of known length, less what conditions leave out. */
  private record Items(List<TreePiece> pieces) implements TreePiece {
    @Override
    public Object tree(Frame frame) {
      List<Object> items = new ArrayList<>(pieces.size());
      for (TreePiece piece : pieces) {
        addIfPresent(items, piece.tree(frame));
      }
      return List.copyOf(items);
    }

    @Override
    public Object view(Frame frame) {
      List<Object> items = new ArrayList<>(pieces.size());
      for (TreePiece piece : pieces) {
        addIfPresent(items, piece.view(frame));
      }
      return List.copyOf(items);
    }
  }

  /** One of two pieces. */
  private record Choice(Reference condition, TreePiece then, TreePiece otherwise)
      implements TreePiece {
    @Override
    public @Nullable Object tree(Frame frame) {
      return chosen(frame).tree(frame);
    }

    @Override
    public @Nullable Object view(Frame frame) {
      return chosen(frame).view(frame);
    }

    private TreePiece chosen(Frame frame) {
      return condition.holdsIn(frame) ? then : otherwise;
    }
  }

  /** A list of an item for each row. */
  private record Rows(Reference rows, TreePiece body) implements TreePiece {
    @Override
    public Object tree(Frame frame) {
      List<Object> items = new ArrayList<>();
      for (Frame row : rows.framesIn(frame)) {
        addIfPresent(items, body.tree(row));
      }
      return List.copyOf(items);
    }

    @Override
    public Object view(Frame frame) {
      List<Object> items = new ArrayList<>();
      for (Frame row : rows.framesIn(frame)) {
        addIfPresent(items, body.view(row));
      }
      return List.copyOf(items);
    }
  }
}
