package io.tenantsmith.bind;

import io.tenantsmith.model.Key;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.Values;
import java.util.List;

/**
 * Where the value of a key stands in its file and how it is read.
 *
 * @param path keys from the root of the file, the last one names the field
 */
record Slot<T>(Key<T> key, List<String> path, Reading<T> reading) {

  private static final String CLUSTER = "clusters[].";

  /** The slot of a key whose path is that of the field. */
  static <T> Slot<T> of(Key<T> key, Reading<T> reading) {
    return new Slot<>(key, path(key.path()), reading);
  }

  /** A path in a cluster is one in its item of the list. */
  private static List<String> path(String path) {
    String inner = path.startsWith(CLUSTER) ? path.substring(CLUSTER.length()) : path;
    return List.of(inner.split("\\.", -1));
  }

  /** Reads all slots that are set. */
  static Values read(List<Slot<?>> slots, Fields root) {
    Values.Builder values = Values.builder();
    slots.forEach(slot -> slot.readInto(values, root));
    return values.build();
  }

  private void readInto(Values.Builder values, Fields root) {
    Fields fields = root;
    for (String name : path.subList(0, path.size() - 1)) {
      fields = fields.below(name);
    }
    Sourced<T> value = fields.sourced(path.get(path.size() - 1), reading);
    if (value != null) {
      values.put(key, value);
    }
  }
}
