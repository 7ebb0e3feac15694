package io.tenantsmith.render.sync;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A Kustomization of Flux: a folder that it applies and keeps.
 *
 * @param path in the source
 * @param timeout until a run counts as failed
 * @param more fields of the spec that not all have
 */
record FluxKustomization(String name, String path, String timeout, Map<String, Object> more) {

  /** Name of a tenant's. */
  static String tenantName(String id) {
    return "tenant-" + id;
  }

  /** The field that lets it wait for others. */
  static Map<String, Object> after(String... names) {
    return Map.of("dependsOn", List.of(names).stream().map(name -> Map.of("name", name)).toList());
  }

  /** The object; what it applied stays when it is deleted. */
  Map<String, Object> object(SortedMap<String, String> labels) {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("deletionPolicy", "Orphan");
    spec.put("interval", "1h");
    spec.put("path", path);
    spec.put("prune", true);
    spec.put("retryInterval", "2m");
    spec.put("serviceAccountName", "kustomize-controller");
    spec.put("sourceRef", Map.of("kind", "GitRepository", "name", FluxSources.FLEET));
    spec.put("timeout", timeout);
    spec.putAll(more);
    return new SyncObject(
            "kustomize.toolkit.fluxcd.io/v1",
            "Kustomization",
            new SyncObject.Name(FluxSources.NAMESPACE, name),
            labels,
            new TreeMap<>())
        .with(spec);
  }
}
