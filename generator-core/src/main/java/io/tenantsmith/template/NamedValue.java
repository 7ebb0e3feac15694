package io.tenantsmith.template;

import java.util.List;
import java.util.function.Function;

/** An entry of a table of values. */
sealed interface NamedValue {

  /** The entry for a name that the table does not have. */
  NamedValue NONE = new Unknown("");

  String name();

  /** The same entry for a source of which the entry's own source is a part. */
  NamedValue seenThrough(Function<Object, Object> part);

  /** A tree that is computed. */
  record Computed(String name, Function<Object, Object> function) implements NamedValue {
    @Override
    public NamedValue seenThrough(Function<Object, Object> part) {
      return new Computed(name, part.andThen(function));
    }
  }

  /**
   * A boolean that is computed.
   *
   * @param ofForm whether whoever chose the form of the objects decides it, not the source
   */
  record Condition(String name, Function<Object, Object> function, boolean ofForm)
      implements NamedValue {
    @Override
    public NamedValue seenThrough(Function<Object, Object> part) {
      return new Condition(name, part.andThen(function), ofForm);
    }
  }

  /** A list that is computed, of sources that have a table of their own. */
  record Rows(String name, Function<Object, Object> function, NamedValues<?> columns)
      implements NamedValue {
    @Override
    public NamedValue seenThrough(Function<Object, Object> part) {
      return new Rows(name, part.andThen(function), columns);
    }
  }

  /** A mapping, each value of which is computed by itself. */
  record Mapping(String name, List<FixedKeys.Field> fields) implements NamedValue {

    /** Copies the fields. */
    public Mapping {
      fields = List.copyOf(fields);
    }

    @Override
    public NamedValue seenThrough(Function<Object, Object> part) {
      return new Mapping(name, fields.stream().map(field -> field.seenThrough(part)).toList());
    }

    /** The distance from the mapping's own slot to the slot of a field's value. */
    static int slotOfValue(int field) {
      return 1 + 2 * field;
    }

    /** The distance from the mapping's own slot to the slot of a field's condition. */
    static int slotOfCondition(int field) {
      return 2 + 2 * field;
    }

    /** How many slots its values need. */
    int slots() {
      return 1 + 2 * fields.size();
    }
  }

  /** An immutable tree that is always the same. */
  record Fixed(String name, Object tree) implements NamedValue {
    @Override
    public NamedValue seenThrough(Function<Object, Object> part) {
      return this;
    }
  }

  /** No entry at all. */
  record Unknown(String name) implements NamedValue {
    @Override
    public NamedValue seenThrough(Function<Object, Object> part) {
      return this;
    }
  }
}
