package io.tenantsmith.render.identity;

import io.tenantsmith.render.Layout;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The ConfigMap in which a blueprint reaches Authentik's worker. */
final class BlueprintConfigMap {

  private BlueprintConfigMap() {}

  /**
   * The object.
   *
   * @param file its one key; a name below the worker's folder that never changes
   */
  static Map<String, Object> of(
      String name, SortedMap<String, String> labels, String file, String blueprint) {
    Map<String, Object> metadata = new TreeMap<>();
    metadata.put("name", name);
    metadata.put("namespace", Layout.ADMIN_APPS);
    metadata.put("labels", labels);
    Map<String, Object> object = new TreeMap<>();
    object.put("apiVersion", "v1");
    object.put("kind", "ConfigMap");
    object.put("metadata", metadata);
    object.put("data", new TreeMap<>(Map.of(file, blueprint)));
    return object;
  }
}
