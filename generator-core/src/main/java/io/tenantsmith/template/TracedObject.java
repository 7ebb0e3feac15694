package io.tenantsmith.template;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rendered object with what is known of its fields.
 *
 * @param index index of its document in the rendering
 * @param tree the object itself
 * @param fields fields that a value, condition or row decides, in the order of a walk over the
 *     object
 */
public record TracedObject(int index, Map<String, Object> tree, List<TracedField> fields) {

  /** Copies the fields. */
  public TracedObject {
    fields = List.copyOf(fields);
  }

  /** The API version, empty if it has none. */
  public String apiVersion() {
    return text(tree.get("apiVersion"));
  }

  /** The kind, empty if it has none. */
  public String kind() {
    return text(tree.get("kind"));
  }

  /** The name, empty if it has none. */
  public String name() {
    return tree.get("metadata") instanceof Map<?, ?> metadata ? text(metadata.get("name")) : "";
  }

  /** What decides a field: the entry of its path, or of the nearest path around it. */
  public Optional<TracedField> at(String pointer) {
    return fields.stream()
        .filter(field -> field.covers(pointer))
        .max(Comparator.comparingInt(field -> field.pointer().length()));
  }

  private static String text(@Nullable Object value) {
    return value instanceof String text ? text : "";
  }
}
