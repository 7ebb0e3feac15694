package io.tenantsmith.render.database;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Security contexts of the restricted level, which the operator's own defaults do not meet. */
final class PodGuards {

  private static final int MYSQL = 999;
  private static final int NOBODY = 65534;

  private PodGuards() {}

  /** Of a container. */
  static Map<String, Object> container() {
    return new TreeMap<>(
        Map.of("allowPrivilegeEscalation", false, "capabilities", Map.of("drop", List.of("ALL"))));
  }

  /** Of a container that writes nothing. */
  static Map<String, Object> readOnlyContainer() {
    Map<String, Object> context = container();
    context.put("readOnlyRootFilesystem", true);
    return context;
  }

  /** Of a pod that reads or writes the database's files. */
  static Map<String, Object> databasePod() {
    Map<String, Object> context = pod(MYSQL);
    context.put("fsGroup", MYSQL);
    context.put("fsGroupChangePolicy", "OnRootMismatch");
    return context;
  }

  /** Of a pod that owns no file. */
  static Map<String, Object> exporterPod() {
    return pod(NOBODY);
  }

  private static Map<String, Object> pod(int user) {
    return new TreeMap<>(
        Map.of(
            "runAsGroup",
            user,
            "runAsNonRoot",
            true,
            "runAsUser",
            user,
            "seccompProfile",
            Map.of("type", "RuntimeDefault")));
  }
}
