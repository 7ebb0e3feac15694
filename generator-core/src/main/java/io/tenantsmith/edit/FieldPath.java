package io.tenantsmith.edit;

import java.util.List;

/**
 * The names of the keys that lead from the root of a file to a value.
 *
 * @param names outermost first, at least one
 */
public record FieldPath(List<String> names) {

  /**
   * Copies the names.
   *
   * @throws IllegalArgumentException if there is none
   */
  public FieldPath {
    names = List.copyOf(names);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a path without a name");
    }
  }

  /** The path of those names. */
  public static FieldPath of(String... names) {
    return new FieldPath(List.of(names));
  }

  /** The path of its parts as far as {@code depth} names. */
  FieldPath upTo(int depth) {
    return new FieldPath(names.subList(0, depth));
  }

  /** The last name. */
  String last() {
    return names.get(names.size() - 1);
  }

  @Override
  public String toString() {
    return String.join(".", names);
  }
}
