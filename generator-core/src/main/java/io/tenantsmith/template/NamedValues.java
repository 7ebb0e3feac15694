package io.tenantsmith.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The table of the values that a template may name. It is fixed, so holes and values can be
 * compared without a run; a value is computed when a rendered hole requests it, and then once per
 * rendering. Immutable and thread-safe if its functions are.
 *
 * @param <S> what the values are computed from
 */
public final class NamedValues<S> {

  private final Map<String, NamedValue> byName;
  private final Map<String, Integer> slots = new LinkedHashMap<>();
  private final List<NamedValue> own;
  private final List<NamedValues<?>> included;
  private final int size;

  private NamedValues(Builder<S> builder) {
    byName = new LinkedHashMap<>(builder.values);
    own = List.copyOf(builder.own);
    included = List.copyOf(builder.included);
    int next = 0;
    for (NamedValue value : byName.values()) {
      slots.put(value.name(), next);
      next += value instanceof NamedValue.Mapping mapping ? mapping.slots() : 1;
    }
    size = next;
    byName.keySet().forEach(this::refuseInsideAnother);
  }

  /** An empty table to fill. */
  public static <S> Builder<S> builder() {
    return new Builder<>();
  }

  /**
   * All names that a template may use, including those of included tables, without the columns of
   * rows.
   */
  public Set<String> names() {
    return new TreeSet<>(byName.keySet());
  }

  /** This table and all tables in it: included ones, and those of rows. */
  public List<NamedValues<?>> tables() {
    List<NamedValues<?>> tables = new ArrayList<>(List.of(this));
    included.forEach(table -> tables.addAll(table.tables()));
    for (NamedValue value : own) {
      if (value instanceof NamedValue.Rows rows) {
        tables.addAll(rows.columns().tables());
      }
    }
    return tables;
  }

  /**
   * The names of this table, not of included ones, that have no hole in any given template that
   * includes the table; a column of rows is named {@code plugins[].name}.
   */
  public List<String> withoutHole(Collection<? extends ObjectTemplate<?>> templates) {
    Set<String> used = new TreeSet<>();
    for (ObjectTemplate<?> template : templates) {
      for (String prefix : template.values().prefixesOf(this)) {
        template.usedValues().stream()
            .filter(name -> name.startsWith(prefix))
            .forEach(name -> used.add(name.substring(prefix.length())));
      }
    }
    List<String> unused = new ArrayList<>();
    collectUnused("", used, unused);
    return unused;
  }

  /** The prefixes of full names where the values of another table are in this one. */
  private List<String> prefixesOf(NamedValues<?> other) {
    List<String> prefixes = new ArrayList<>();
    if (this == other) {
      prefixes.add("");
    }
    included.forEach(table -> prefixes.addAll(table.prefixesOf(other)));
    for (NamedValue value : own) {
      if (value instanceof NamedValue.Rows rows) {
        rows.columns().prefixesOf(other).stream()
            .map(prefix -> rows.name() + "[]." + prefix)
            .forEach(prefixes::add);
      }
    }
    return prefixes;
  }

  private void collectUnused(String prefix, Set<String> used, List<String> unused) {
    for (NamedValue value : own) {
      String name = prefix + value.name();
      if (!used.contains(name)) {
        unused.add(name);
      }
      if (value instanceof NamedValue.Rows rows) {
        rows.columns().collectUnused(name + "[].", used, unused);
      }
    }
  }

  /** Whether the name is a condition about the form in which the objects are rendered. */
  public boolean isOfForm(String name) {
    return find(name) instanceof NamedValue.Condition condition && condition.ofForm();
  }

  NamedValue find(String name) {
    NamedValue found = byName.get(name);
    return found == null ? NamedValue.NONE : found;
  }

  int slot(String name) {
    Integer slot = slots.get(name);
    return slot == null ? -1 : slot;
  }

  Collection<NamedValue> all() {
    return byName.values();
  }

  /** How many slots a source needs for its values. */
  int size() {
    return size;
  }

  boolean hasFirstSegment(String segment) {
    return byName.keySet().stream()
        .anyMatch(name -> name.equals(segment) || name.startsWith(segment + "."));
  }

  /** Only sources of a table's type ever reach its functions. */
  @SuppressWarnings("unchecked")
  static Function<Object, Object> untyped(Function<?, ?> function) {
    return (Function<Object, Object>) function;
  }

  /**
   * Refuses a name inside another: to the reference implementation a dot leads into a mapping, so a
   * name is one or the other.
   */
  private void refuseInsideAnother(String name) {
    for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
      if (byName.containsKey(name.substring(0, dot))) {
        throw new IllegalArgumentException(
            "the name " + name + " lies inside the value " + name.substring(0, dot));
      }
    }
  }

  /**
   * Collects the values of a table. A name is made of identifiers with dots between them, for
   * instance {@code web.maxReplicas}, and appears in a table once.
   *
   * @param <S> what the values are computed from
   */
  public static final class Builder<S> {

    private final Map<String, NamedValue> values = new LinkedHashMap<>();
    private final List<NamedValue> own = new ArrayList<>();
    private final List<NamedValues<?>> included = new ArrayList<>();

    private Builder() {}

    /**
     * Adds a value: a string, a whole number, a {@link java.math.BigDecimal}, a boolean, or a list
     * or map of these, never null.
     */
    public Builder<S> value(String name, Function<? super S, ?> value) {
      return add(new NamedValue.Computed(name, untyped(value)));
    }

    /** Adds a condition, which {@code $if} takes; as a value it is a boolean. */
    public Builder<S> condition(String name, Predicate<? super S> condition) {
      Function<S, Object> asValue = condition::test;
      return add(new NamedValue.Condition(name, untyped(asValue), false));
    }

    /**
     * Adds a condition about the form in which the objects are rendered. It is decided by whatever
     * chose that form, and reads nothing.
     */
    public Builder<S> form(String name, Predicate<? super S> condition) {
      Function<S, Object> asValue = condition::test;
      return add(new NamedValue.Condition(name, untyped(asValue), true));
    }

    /** Adds rows, which {@code $map} takes, each with columns of its own. */
    public <R> Builder<S> rows(
        String name, Function<? super S, ? extends List<R>> rows, NamedValues<R> columns) {
      return add(new NamedValue.Rows(name, untyped(rows), columns));
    }

    /** Adds a mapping whose keys are known at once. */
    public Builder<S> mapping(String name, FixedKeys<? super S> mapping) {
      return add(new NamedValue.Mapping(name, mapping.fields()));
    }

    /** Adds a fragment that is known at once: it becomes constant text and one shared tree. */
    public Builder<S> constant(String name, Object tree) {
      return add(new NamedValue.Fixed(name, FieldTree.immutable(tree)));
    }

    /** Adds all values of another table, which need not have a hole in every template. */
    public Builder<S> including(NamedValues<? super S> other) {
      other.all().forEach(this::include);
      included.add(other);
      return this;
    }

    /** Adds all values of a table that are computed from a part of the source. */
    public <T> Builder<S> including(Function<? super S, ? extends T> part, NamedValues<T> other) {
      other.all().forEach(value -> include(value.seenThrough(untyped(part))));
      included.add(other);
      return this;
    }

    /** The table. */
    public NamedValues<S> build() {
      return new NamedValues<>(this);
    }

    private Builder<S> add(NamedValue value) {
      include(value);
      own.add(value);
      return this;
    }

    private void include(NamedValue value) {
      if (!ValueName.isValid(value.name())) {
        throw new IllegalArgumentException(
            "\"" + value.name() + "\" is no name of identifiers with dots between them");
      }
      if (values.putIfAbsent(value.name(), value) != null) {
        throw new IllegalArgumentException("the name " + value.name() + " stands here twice");
      }
    }
  }
}
