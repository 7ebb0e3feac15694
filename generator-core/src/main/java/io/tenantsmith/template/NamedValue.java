package io.tenantsmith.template;

import java.util.function.Function;

/** An entry of a table of values. */
sealed interface NamedValue {

  /** Stands for a name that the table does not have. */
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

  /** A boolean that is computed. */
  record Condition(String name, Function<Object, Object> function) implements NamedValue {
    @Override
    public NamedValue seenThrough(Function<Object, Object> part) {
      return new Condition(name, part.andThen(function));
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
