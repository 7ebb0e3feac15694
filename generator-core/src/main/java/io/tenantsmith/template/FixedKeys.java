package io.tenantsmith.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A mapping, such as labels, whose keys are known before its values. Where a template takes it, it
 * becomes text with holes and takes part in {@code $merge} when the template is compiled; each of
 * its values is computed by itself. Immutable and thread-safe if its functions are.
 *
 * @param <S> what the values are computed from
 */
public final class FixedKeys<S> {

  private final List<Field> fields;

  private FixedKeys(List<Field> fields) {
    this.fields = List.copyOf(fields);
  }

  /**
   * An entry.
   *
   * @param when the condition of the entry; null for always
   */
  record Field(String key, NamedValue.@Nullable Condition when, NamedValue value) {

    Field seenThrough(Function<Object, Object> part) {
      return new Field(
          key,
          when == null ? null : (NamedValue.Condition) when.seenThrough(part),
          value.seenThrough(part));
    }

    /** The name of its value, where the mapping has that name. */
    String nameIn(String mapping) {
      return mapping + "." + key;
    }

    @Nullable Object of(Object source) {
      if (when != null && !Boolean.TRUE.equals(when.function().apply(source))) {
        return null;
      }
      return value instanceof NamedValue.Fixed fixed
          ? fixed.tree()
          : FieldTree.immutable(((NamedValue.Computed) value).function().apply(source));
    }
  }

  /** Starts a mapping without entries. */
  public static <S> Builder<S> builder() {
    return new Builder<>();
  }

  /** The mapping for a source; it is immutable. */
  public Map<String, Object> of(S source) {
    return tree(fields, field -> field.of(source));
  }

  List<Field> fields() {
    return fields;
  }

  static FieldMap tree(List<Field> fields, Function<Field, @Nullable Object> values) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (Field field : fields) {
      Object value = values.apply(field);
      if (value != null) {
        tree.put(field.key(), value);
      }
    }
    return FieldMap.copyOf(tree);
  }

  /**
   * Collects entries.
   *
   * @param <S> what the values are computed from
   */
  public static final class Builder<S> {

    private final Map<String, Field> fields = new LinkedHashMap<>();

    private Builder() {}

    /** Adds an entry that is always the same. */
    public Builder<S> constant(String key, Object tree) {
      return add(new Field(key, null, new NamedValue.Fixed(key, FieldTree.immutable(tree))));
    }

    /** Adds an entry that is always there; its value is never null. */
    public Builder<S> value(String key, Function<? super S, ?> value) {
      return add(new Field(key, null, computed(key, value)));
    }

    /** Adds an entry under a condition; its value is requested only if the condition holds. */
    public Builder<S> value(String key, Predicate<? super S> when, Function<? super S, ?> value) {
      Function<S, Object> condition = when::test;
      NamedValue.Condition named =
          new NamedValue.Condition(key, NamedValues.untyped(condition), false);
      return add(new Field(key, named, computed(key, value)));
    }

    /** Adds all entries of another mapping that is computed from a part of the source. */
    public <T> Builder<S> including(Function<? super S, ? extends T> part, FixedKeys<T> other) {
      other.fields.forEach(field -> add(field.seenThrough(NamedValues.untyped(part))));
      return this;
    }

    /** The mapping. */
    public FixedKeys<S> build() {
      return new FixedKeys<>(new ArrayList<>(fields.values()));
    }

    private Builder<S> add(Field field) {
      if (fields.putIfAbsent(field.key(), field) != null) {
        throw new IllegalArgumentException("the key " + field.key() + " stands here twice");
      }
      return this;
    }

    private static NamedValue computed(String key, Function<?, ?> value) {
      return new NamedValue.Computed(key, NamedValues.untyped(value));
    }
  }
}
