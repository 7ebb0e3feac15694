package io.tenantsmith.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Renders once more, slowly, and records for every part what decides it. */
final class Tracer {

  private Tracer() {}

  /** The objects of a rendering, in the same order, with the fields of each. */
  static List<TracedObject> trace(
      List<TemplateNode> documents, Frame frame, List<Map<String, Object>> objects) {
    List<TracedObject> traced = new ArrayList<>();
    for (TemplateNode document : documents) {
      Traced root = trace(document, frame, List.of());
      for (Traced object : root.isList() ? root.listed() : List.of(root)) {
        if (!(object instanceof Traced.Absent)) {
          List<TracedField> fields = new ArrayList<>();
          collect(object, "", fields);
          traced.add(new TracedObject(traced.size(), objects.get(traced.size()), fields));
        }
      }
    }
    return traced;
  }

  private static void collect(Traced part, String pointer, List<TracedField> fields) {
    Traced.Mark mark = part.mark();
    boolean present = !(part instanceof Traced.Absent);
    if (mark.decided()) {
      fields.add(new TracedField(pointer, present, mark.values(), mark.because(), mark.place()));
    }
    if (part instanceof Traced.Fields mapping) {
      mapping
          .fields()
          .forEach((key, value) -> collect(value, pointer + "/" + escaped(key), fields));
    } else if (part instanceof Traced.Items list) {
      int index = 0;
      for (Traced item : list.items()) {
        boolean absent = item instanceof Traced.Absent;
        collect(item, pointer + "/" + (absent ? "-" : String.valueOf(index++)), fields);
      }
    }
  }

  private static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  private static Traced trace(TemplateNode node, Frame frame, List<String> because) {
    if (node instanceof TemplateNode.Hole hole) {
      if (hole.value().value() instanceof NamedValue.Mapping mapping) {
        return fixedKeys(hole, mapping, frame, because);
      }
      List<String> values = List.of(hole.value().name());
      return new Traced.Leaf(
          hole.value().in(frame), Traced.Mark.value(values, because, hole.place()));
    }
    if (node instanceof TemplateNode.Text text) {
      return new Traced.Leaf(
          TreeCompiler.text(text, frame),
          Traced.Mark.value(insertedIn(text), because, text.place()));
    }
    if (node instanceof TemplateNode.If choice) {
      return choice(choice, frame, because);
    }
    if (node.isFixed()) {
      return new Traced.Leaf(
          TreeCompiler.fixedTree(node), Traced.Mark.constant(because, node.place()));
    }
    return collection(node, frame, because);
  }

  /** Each field of a mapping has a value of its own. */
  private static Traced fixedKeys(
      TemplateNode.Hole hole, NamedValue.Mapping mapping, Frame frame, List<String> because) {
    Map<?, ?> tree = (Map<?, ?>) hole.value().in(frame);
    Map<String, Traced> fields = new LinkedHashMap<>();
    for (FixedKeys.Field field : mapping.fields()) {
      Object value = tree.get(field.key());
      List<String> names = List.of(field.nameIn(hole.value().name()));
      Traced.Mark mark = Traced.Mark.value(names, because, hole.place());
      if (field.value() instanceof NamedValue.Fixed fixed) {
        Traced.Mark fixedMark = Traced.Mark.constant(because, hole.place());
        fields.put(field.key(), new Traced.Leaf(fixed.tree(), fixedMark));
      } else {
        fields.put(
            field.key(), value == null ? new Traced.Absent(mark) : new Traced.Leaf(value, mark));
      }
    }
    return new Traced.Fields(fields, Traced.Mark.constant(because, hole.place()));
  }

  private static Traced collection(TemplateNode node, Frame frame, List<String> because) {
    Traced.Mark mark = Traced.Mark.constant(because, node.place());
    if (node instanceof TemplateNode.Mapping mapping) {
      return mapping(mapping, frame, because);
    }
    if (node instanceof TemplateNode.Sequence sequence) {
      return new Traced.Items(
          sequence.items().stream().map(item -> trace(item, frame, because)).toList(), mark);
    }
    if (node instanceof TemplateNode.Each each) {
      return each(each, frame, because);
    }
    if (node instanceof TemplateNode.Flatten flatten) {
      Traced list = trace(flatten.list(), frame, because);
      return new Traced.Items(
          list.listed().stream().flatMap(Tracer::flattened).toList(), list.mark());
    }
    Traced list = trace(((TemplateNode.Merge) node).list(), frame, because);
    Map<String, Traced> fields = new LinkedHashMap<>();
    list.listed().forEach(mapping -> mapping.fielded().forEach((k, v) -> put(fields, k, v)));
    return new Traced.Fields(fields, list.mark());
  }

  private static Traced choice(TemplateNode.If choice, Frame frame, List<String> because) {
    List<String> more = with(because, choice.condition().name());
    TemplateNode branch = choice.condition().holdsIn(frame) ? choice.then() : choice.otherwise();
    if (branch == null) {
      return new Traced.Absent(Traced.Mark.value(List.of(), more, choice.place()));
    }
    Traced part = trace(branch, frame, more);
    return part.marked(part.mark().madeDecided());
  }

  private static Traced mapping(TemplateNode.Mapping mapping, Frame frame, List<String> because) {
    Map<String, Traced> fields = new LinkedHashMap<>();
    for (TemplateNode.Entry entry : mapping.entries()) {
      Traced value = trace(entry.value(), frame, because);
      if (entry.key() instanceof TemplateNode.Text text) {
        Traced.Mark mark = value.mark().withMore(insertedIn(text));
        put(fields, TreeCompiler.text(text, frame), value.marked(mark));
      } else {
        put(fields, TreeCompiler.fixedName(entry), value);
      }
    }
    return new Traced.Fields(fields, Traced.Mark.constant(because, mapping.place()));
  }

  /** Adds a field; one that is left out does not replace one that is there. */
  private static void put(Map<String, Traced> fields, String key, Traced value) {
    if (value instanceof Traced.Absent) {
      fields.putIfAbsent(key, value);
    } else {
      fields.put(key, value);
    }
  }

  private static Traced each(TemplateNode.Each each, Frame frame, List<String> because) {
    List<String> more = with(because, each.rows().name());
    List<Traced> items = new ArrayList<>();
    for (Frame row : each.rows().framesIn(frame)) {
      Traced item = trace(each.body(), row, more);
      items.add(item.marked(item.mark().madeDecided()));
    }
    return new Traced.Items(
        items, Traced.Mark.value(List.of(each.rows().name()), because, each.place()));
  }

  /** The items of an item, with the mark of the node that they came from. */
  private static Stream<Traced> flattened(Traced item) {
    if (!item.isList()) {
      return Stream.of(item);
    }
    boolean decided = item.mark().decided();
    return item.listed().stream()
        .map(inner -> decided ? inner.marked(inner.mark().madeDecided()) : inner);
  }

  private static List<String> with(List<String> because, String name) {
    return Stream.concat(because.stream(), Stream.of(name)).toList();
  }

  private static List<String> insertedIn(TemplateNode.Text text) {
    return text.parts().stream()
        .filter(TemplateNode.Text.Inserted.class::isInstance)
        .map(part -> ((TemplateNode.Text.Inserted) part).value().name())
        .toList();
  }
}
