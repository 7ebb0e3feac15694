package io.tenantsmith.template;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The names that an expression may use at its place: the names of the source, and of the rows that
 * surround the place.
 *
 * @param variable the name of a row of the table, empty for the source
 * @param prefix prefix of full names
 * @param table table of the source or the rows
 * @param outer the names around the {@code $map}
 */
record Names(String variable, String prefix, NamedValues<?> table, @Nullable Names outer) {

  static Names of(NamedValues<?> table) {
    return new Names("", "", table, null);
  }

  Names inside(String rowVariable, Reference rows, NamedValues<?> columns) {
    return new Names(rowVariable, rows.name() + "[].", columns, this);
  }

  Optional<NameInScope> find(String name) {
    int hops = 0;
    for (Names names = this; names != null; names = names.outer) {
      Optional<String> local = names.local(name);
      if (local.isPresent()) {
        return names.entry(local.get(), hops);
      }
      hops++;
    }
    return Optional.empty();
  }

  boolean isTaken(String firstSegment) {
    for (Names names = this; names != null; names = names.outer) {
      if (names.variable.isEmpty()
          ? names.table.hasFirstSegment(firstSegment)
          : names.variable.equals(firstSegment)) {
        return true;
      }
    }
    return false;
  }

  /** All names, as they are written at this place. */
  Set<String> all() {
    Set<String> all = new TreeSet<>();
    for (Names names = this; names != null; names = names.outer) {
      String start = names.variable.isEmpty() ? "" : names.variable + ".";
      names.table.names().forEach(name -> all.add(start + name));
    }
    return all;
  }

  /** The name within this table, if it belongs to it. */
  private Optional<String> local(String name) {
    if (variable.isEmpty()) {
      return Optional.of(name);
    }
    return name.startsWith(variable + ".")
        ? Optional.of(name.substring(variable.length() + 1))
        : Optional.empty();
  }

  private Optional<NameInScope> entry(String local, int hops) {
    NamedValue value = table.find(local);
    return value == NamedValue.NONE
        ? Optional.empty()
        : Optional.of(new NameInScope(prefix + local, value, hops, table.slot(local)));
  }
}
