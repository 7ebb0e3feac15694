package io.tenantsmith.edit;

import io.tenantsmith.yaml.YamlNode;
import java.util.List;

/** One change of one value. */
public sealed interface FieldEdit {

  /** Where the value is. */
  FieldPath path();

  /**
   * Gives a value, and adds the field and the mappings above it where they are missing. What has
   * that value already is left as it is written.
   *
   * @param value a text, whole number, {@link java.math.BigDecimal}, boolean, a list or a map of
   *     such values, whose order is kept, or a node of another file
   */
  static Put put(FieldPath path, Object value) {
    return new Put(path, NewNode.of(value), List.of());
  }

  /** Takes a field away with all that is in it; nothing happens if it is not there. */
  static Take take(FieldPath path) {
    return new Take(path);
  }

  /**
   * A value to write.
   *
   * @param after names of its neighbours, the best first: where the field is added, it follows the
   *     first of them that is there, else it comes last
   */
  record Put(FieldPath path, YamlNode value, List<String> after) implements FieldEdit {

    /** Copies the names. */
    public Put {
      after = List.copyOf(after);
    }

    /** The same edit with neighbours. */
    public Put after(String... neighbours) {
      return new Put(path, value, List.of(neighbours));
    }
  }

  /** A field to take away. */
  record Take(FieldPath path) implements FieldEdit {}
}
