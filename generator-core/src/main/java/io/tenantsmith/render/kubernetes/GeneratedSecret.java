package io.tenantsmith.render.kubernetes;

import io.tenantsmith.render.Marks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A Secret whose value the cluster makes once and never again. Only all three of CreatedOnce,
 * Orphan and immutable keep it through a deleted or restored namespace.
 *
 * @param key what the value is called in the Secret; empty for what the generator calls it
 * @param labels of the Secret itself; right from the start, since it can not be changed
 */
record GeneratedSecret(
    String name, PasswordGenerator generator, String key, SortedMap<String, String> labels) {

  /** The ExternalSecret. */
  Map<String, Object> object(TenantScope scope, String namespace) {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("dataFrom", List.of(source()));
    spec.put("refreshPolicy", "CreatedOnce");
    spec.put("target", target());
    return CustomObject.of(ReadSecret.API_VERSION, ReadSecret.KIND, name)
        .in(namespace)
        .labelled(scope.labels())
        .annotated(Marks.noPrune())
        .specified(spec);
  }

  private Map<String, Object> source() {
    Map<String, Object> source = new LinkedHashMap<>();
    if (!key.isEmpty()) {
      Map<String, Object> rename = Map.of("source", "^password$", "target", key);
      source.put("rewrite", List.of(Map.of("regexp", rename)));
    }
    Map<String, Object> reference =
        Map.of(
            "apiVersion",
            PasswordGenerator.API_VERSION,
            "kind",
            PasswordGenerator.KIND,
            "name",
            generator.objectName());
    source.put("sourceRef", Map.of("generatorRef", reference));
    return source;
  }

  private Map<String, Object> target() {
    Map<String, Object> target = new LinkedHashMap<>();
    target.put("name", name);
    target.put("creationPolicy", "Orphan");
    target.put("deletionPolicy", "Retain");
    target.put("immutable", true);
    if (!labels.isEmpty()) {
      target.put("template", Map.of("metadata", Map.of("labels", labels)));
    }
    return target;
  }
}
