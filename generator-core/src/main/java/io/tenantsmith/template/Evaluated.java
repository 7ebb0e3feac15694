package io.tenantsmith.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A source with those of its values that were requested; each is computed once. */
final class Evaluated {

  private final Object source;
  private final NamedValues<?> table;
  private final @Nullable ValueWatch watch;
  private final @Nullable Object[] known;

  /** Made for the first word: who wants trees alone needs none. */
  private @Nullable String @Nullable [] words;

  Evaluated(Object source, NamedValues<?> table, @Nullable ValueWatch watch) {
    this.source = source;
    this.table = table;
    this.watch = watch;
    this.known = new @Nullable Object[table.size()];
  }

  /** The same source without any value yet; each value is computed under the watch. */
  Evaluated anew(ValueWatch newWatch) {
    return new Evaluated(source, table, newWatch);
  }

  Object value(Reference reference) {
    Object value = known[reference.slot()];
    return value == null ? compute(reference) : value;
  }

  /** How a value is written wherever it is; empty if that depends on the place. */
  String word(Reference reference) {
    @Nullable String[] made = words;
    if (made == null) {
      made = new @Nullable String[table.size()];
      words = made;
    }
    String word = made[reference.slot()];
    if (word == null) {
      word = ScalarText.word(value(reference));
      made[reference.slot()] = word;
    }
    return word;
  }

  /** Of a mapping, each field is watched by itself. */
  private Object compute(Reference reference) {
    Object computed =
        watch == null || reference.value() instanceof NamedValue.Mapping
            ? checked(reference, reference.value())
            : watch.compute(reference.name(), () -> checked(reference, reference.value()));
    known[reference.slot()] = computed;
    return computed;
  }

  private Object checked(Reference reference, NamedValue value) {
    if (value instanceof NamedValue.Computed computed) {
      return tree(reference, computed.function().apply(source));
    }
    if (value instanceof NamedValue.Condition condition) {
      return tree(reference, condition.function().apply(source));
    }
    if (value instanceof NamedValue.Rows rows) {
      return rowsOf(reference, rows);
    }
    if (value instanceof NamedValue.Mapping mapping) {
      return FixedKeys.tree(mapping.fields(), field -> field(reference, field));
    }
    throw reference.failure("is a constant");
  }

  private @Nullable Object field(Reference reference, FixedKeys.Field field) {
    if (watch == null || field.value() instanceof NamedValue.Fixed) {
      return field.of(source);
    }
    Object computed =
        watch.compute(field.nameIn(reference.name()), () -> Optional.ofNullable(field.of(source)));
    return ((Optional<?>) computed).orElse(null);
  }

  private static Object tree(Reference reference, @Nullable Object value) {
    try {
      return FieldTree.immutable(value);
    } catch (IllegalArgumentException e) {
      throw reference.failure("is or holds " + e.getMessage());
    }
  }

  private List<Evaluated> rowsOf(Reference reference, NamedValue.Rows rows) {
    if (!(rows.function().apply(source) instanceof List<?> list)) {
      throw reference.failure("is null");
    }
    List<Evaluated> evaluated = new ArrayList<>(list.size());
    for (Object row : list) {
      if (row == null) {
        throw reference.failure("holds null");
      }
      evaluated.add(new Evaluated(row, rows.columns(), watch));
    }
    return evaluated;
  }

  /** The values requested so far and the constants; each dot in a name becomes a level. */
  Map<String, Object> context() {
    Map<String, Object> context = new LinkedHashMap<>();
    for (NamedValue value : table.all()) {
      Object known = knownOrFixed(value);
      if (known != null) {
        put(context, value.name(), known);
      }
    }
    return context;
  }

  /** Whether a value that was requested so far may bring a variable's beginning into a string. */
  boolean mayHoldVariable() {
    for (Object value : known) {
      if (VariableBeginning.mayComeFrom(value)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Object knownOrFixed(NamedValue value) {
    if (value instanceof NamedValue.Fixed fixed) {
      return fixed.tree();
    }
    int slot = table.slot(value.name());
    if (value instanceof NamedValue.Mapping mapping) {
      return knownOf(mapping, slot);
    }
    Object computed = known[slot];
    if (computed == null || !(value instanceof NamedValue.Rows)) {
      return computed;
    }
    List<Object> rows = new ArrayList<>();
    for (Object row : (List<?>) computed) {
      rows.add(((Evaluated) row).context());
    }
    return rows;
  }

  /** The known fields of a mapping; a value that was never requested is in no result. */
  private Map<String, Object> knownOf(NamedValue.Mapping mapping, int slot) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < mapping.fields().size(); i++) {
      FixedKeys.Field field = mapping.fields().get(i);
      Object computed = known[slot + NamedValue.Mapping.slotOfValue(i)];
      boolean holds =
          field.when() == null
              || Boolean.TRUE.equals(known[slot + NamedValue.Mapping.slotOfCondition(i)]);
      if (holds && field.value() instanceof NamedValue.Fixed fixed) {
        fields.put(field.key(), fixed.tree());
      } else if (computed != null) {
        fields.put(field.key(), computed);
      }
    }
    return fields;
  }

  @SuppressWarnings("unchecked")
  private static void put(Map<String, Object> context, String name, Object value) {
    Map<String, Object> level = context;
    int start = 0;
    for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', start)) {
      String segment = name.substring(start, dot);
      level = (Map<String, Object>) level.computeIfAbsent(segment, key -> new LinkedHashMap<>());
      start = dot + 1;
    }
    level.put(name.substring(start), value);
  }
}
