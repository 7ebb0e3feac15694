package io.tenantsmith.bind;

import io.tenantsmith.model.Document;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.KeyTable;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.Values;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where the value of a key is in its file and how it is read.
 *
 * @param path names from the root of the document to the field
 */
record Slot<T>(Key<T> key, List<String> path, Reading<T> reading) {

  private static final Map<Document, List<Slot<?>>> ALL = all();

  /** Reads all keys of a document that are set. */
  static Values read(Document document, Fields root) {
    Values.Builder values = Values.builder();
    ALL.getOrDefault(document, List.of()).forEach(slot -> slot.readInto(values, root));
    return values.build();
  }

  private static Map<Document, List<Slot<?>>> all() {
    Map<Document, List<Slot<?>>> all = new EnumMap<>(Document.class);
    for (Document document : Document.values()) {
      List<Key<?>> keys = KeyTable.of(document);
      all.put(document, keys.stream().<Slot<?>>map(Slot::of).toList());
    }
    return Map.copyOf(all);
  }

  private static <T> Slot<T> of(Key<T> key) {
    return new Slot<>(
        key, Arrays.asList(key.path().split("\\.", -1)), Readings.of(key.form().orElseThrow()));
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
