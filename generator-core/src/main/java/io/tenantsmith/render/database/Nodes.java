package io.tenantsmith.render.database;

import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.render.Labels;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** On which nodes a tenant's pods run. */
record Nodes(ResolvedTenant tenant) {

  private static final String DEDICATED = Labels.PREFIX + "dedicated";

  /** Writes {@code nodeSelector} and {@code tolerations}. */
  void select(Map<String, Object> pod) {
    Map<String, Object> labels = new TreeMap<>();
    labels.put("topology.kubernetes.io/region", tenant.cluster().region().value());
    if (isDedicated()) {
      labels.put(DEDICATED, tenant.id().value());
    }
    pod.put("nodeSelector", labels);
    tolerate(pod);
  }

  /** Writes {@code tolerations} alone, for pods that follow another pod to its node. */
  void tolerate(Map<String, Object> pod) {
    if (isDedicated()) {
      pod.put(
          "tolerations",
          List.of(
              Map.of(
                  "effect",
                  "NoSchedule",
                  "key",
                  DEDICATED,
                  "operator",
                  "Equal",
                  "value",
                  tenant.id().value())));
    }
  }

  boolean isDedicated() {
    return tenant.get(TierKeys.DEDICATED_RESOURCES);
  }
}
