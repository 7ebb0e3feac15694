package io.tenantsmith.render.identity;

import io.tenantsmith.template.NamedValues;
import io.tenantsmith.template.ObjectTemplate;
import io.tenantsmith.template.Rendering;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The ConfigMap in which a blueprint reaches Authentik's worker.
 *
 * @param owner the tenant's id, or the platform
 * @param file its one key; a name below the worker's folder that never changes
 * @param blueprint its text, made and checked when it is needed
 */
record BlueprintConfigMap(
    String owner, Map<String, Object> labels, String file, Supplier<String> blueprint) {

  private static final NamedValues<BlueprintConfigMap> VALUES =
      NamedValues.<BlueprintConfigMap>builder()
          .value("owner", BlueprintConfigMap::owner)
          .value("labels", BlueprintConfigMap::labels)
          .value("file", BlueprintConfigMap::file)
          .value("blueprint", map -> map.blueprint().get())
          .build();
  private static final ObjectTemplate<BlueprintConfigMap> CONFIG_MAP =
      ObjectTemplate.beside(BlueprintConfigMap.class, "config-map.yaml", VALUES);

  /** The object. */
  Rendering rendering() {
    return CONFIG_MAP.render(this);
  }
}
