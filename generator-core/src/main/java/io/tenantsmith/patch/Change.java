package io.tenantsmith.patch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value that differs between two trees.
 *
 * @param path the keys to it; items of lists leave no trace
 * @param before null where it is new
 * @param after null where it is gone
 */
record Change(List<String> path, @Nullable Object before, @Nullable Object after) {

  Change {
    path = List.copyOf(path);
  }

  boolean touches(String key) {
    return path.contains(key);
  }

  /** Whether the path begins with these keys. */
  boolean isBelow(String... keys) {
    return path.size() >= keys.length && path.subList(0, keys.length).equals(List.of(keys));
  }

  String last() {
    return path.isEmpty() ? "" : path.get(path.size() - 1);
  }

  String display() {
    return String.join(".", path);
  }
}
