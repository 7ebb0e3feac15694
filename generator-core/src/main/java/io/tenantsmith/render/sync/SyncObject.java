package io.tenantsmith.render.sync;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * An object of a sync tool before it has a spec.
 *
 * @param annotations may be empty
 */
record SyncObject(
    String apiVersion,
    String kind,
    Name name,
    SortedMap<String, String> labels,
    SortedMap<String, String> annotations) {

  /** Where it is and what it is called. */
  record Name(String namespace, String name) {}

  /** The object with a spec. */
  Map<String, Object> with(Map<String, Object> spec) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", name.name());
    metadata.put("namespace", name.namespace());
    if (!annotations.isEmpty()) {
      metadata.put("annotations", annotations);
    }
    metadata.put("labels", labels);
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("apiVersion", apiVersion);
    object.put("kind", kind);
    object.put("metadata", metadata);
    object.put("spec", spec);
    return object;
  }
}
