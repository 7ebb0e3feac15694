package io.tenantsmith.render.identity;

import io.tenantsmith.template.NamedValues;
import io.tenantsmith.template.ObjectTemplate;
import io.tenantsmith.template.Rendering;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The ConfigMap in which blueprints reach Authentik's worker.
 *
 * @param owner the tenant's id, or the platform
 * @param files texts by names below the worker's folder that never change; made and checked when
 *     they are needed
 */
record BlueprintConfigMap(
    String owner, Map<String, Object> labels, Supplier<Map<String, String>> files) {

  private static final NamedValues<BlueprintConfigMap> VALUES =
      NamedValues.<BlueprintConfigMap>builder()
          .value("owner", BlueprintConfigMap::owner)
          .value("labels", BlueprintConfigMap::labels)
          .value("files", map -> map.files().get())
          .build();
  private static final ObjectTemplate<BlueprintConfigMap> CONFIG_MAP =
      ObjectTemplate.beside(BlueprintConfigMap.class, "config-map.yaml", VALUES);

  /** The object. */
  Rendering rendering() {
    return CONFIG_MAP.render(this);
  }
}
