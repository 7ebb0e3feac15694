package io.tenantsmith.template;

import io.tenantsmith.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part of a rendered object together with what decides it. */
sealed interface Traced {

  Mark mark();

  /** The same part, with this mark of what decides it. */
  Traced marked(Mark mark);

  /** A constant, or a value as a whole. */
  record Leaf(Object tree, Mark mark) implements Traced {
    @Override
    public Traced marked(Mark other) {
      return new Leaf(tree, other);
    }
  }

  /** A mapping, in which fields that are left out are noted, too. */
  record Fields(Map<String, Traced> fields, Mark mark) implements Traced {
    @Override
    public Traced marked(Mark other) {
      return new Fields(fields, other);
    }
  }

  /** A list, in which items that are left out are noted, too. */
  record Items(List<Traced> items, Mark mark) implements Traced {
    @Override
    public Traced marked(Mark other) {
      return new Items(items, other);
    }
  }

  /** A part that a condition leaves out. */
  record Absent(Mark mark) implements Traced {
    @Override
    public Traced marked(Mark other) {
      return new Absent(other);
    }
  }

  /**
   * What decides a part.
   *
   * @param values names of the values in it
   * @param because names of the conditions and rows around it, outermost first
   * @param decided whether this differs from what decides the part around it
   */
  record Mark(List<String> values, List<String> because, SourceRange place, boolean decided) {

    static Mark constant(List<String> because, SourceRange place) {
      return new Mark(List.of(), because, place, false);
    }

    static Mark value(List<String> values, List<String> because, SourceRange place) {
      return new Mark(values, because, place, true);
    }

    Mark madeDecided() {
      return new Mark(values, because, place, true);
    }

    Mark withMore(List<String> more) {
      List<String> all = new ArrayList<>(more);
      all.addAll(values);
      return new Mark(all, because, place, decided || !more.isEmpty());
    }
  }

  /** The items of a list, or none if this is no list. */
  default List<Traced> listed() {
    if (this instanceof Items items) {
      return items.items();
    }
    if (this instanceof Leaf leaf && leaf.tree() instanceof List<?> list) {
      return list.stream().<Traced>map(item -> new Leaf(item, leaf.mark())).toList();
    }
    return List.of();
  }

  /** The fields of a mapping, or none if this is no mapping. */
  default Map<String, Traced> fielded() {
    if (this instanceof Fields fields) {
      return fields.fields();
    }
    Map<String, Traced> fields = new LinkedHashMap<>();
    if (this instanceof Leaf leaf && leaf.tree() instanceof Map<?, ?> map) {
      map.forEach((key, value) -> fields.put((String) key, new Leaf(value, leaf.mark())));
    }
    return fields;
  }

  /** Whether this is a list. */
  default boolean isList() {
    return this instanceof Items || (this instanceof Leaf leaf && leaf.tree() instanceof List);
  }
}
