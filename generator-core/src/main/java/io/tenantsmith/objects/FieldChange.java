package io.tenantsmith.objects;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value that differs between two trees.
 *
 * @param path the keys to the value; what stands for an item of a list is said where it is made
 * @param before the old value; null if there was none
 * @param after the new value; null if it is gone
 * @param isOrder whether the items of a list stand in another order; the values are then lists of
 *     the items' steps
 */
public record FieldChange(
    List<String> path, @Nullable Object before, @Nullable Object after, boolean isOrder) {

  /** Copies the path. */
  public FieldChange {
    path = List.copyOf(path);
  }

  /** A value that differs. */
  public FieldChange(List<String> path, @Nullable Object before, @Nullable Object after) {
    this(path, before, after, false);
  }

  /** Whether a key is anywhere in the path. */
  public boolean touches(String key) {
    return path.contains(key);
  }

  /** Whether the path begins with these keys. */
  public boolean isBelow(String... keys) {
    return path.size() >= keys.length && path.subList(0, keys.length).equals(List.of(keys));
  }

  /** The key of the value itself; empty for the whole object. */
  public String last() {
    return path.isEmpty() ? "" : path.get(path.size() - 1);
  }

  /** The path as users read it. */
  public String display() {
    return String.join(".", path);
  }
}
