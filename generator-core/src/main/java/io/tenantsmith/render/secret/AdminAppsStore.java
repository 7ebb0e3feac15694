package io.tenantsmith.render.secret;

import io.tenantsmith.render.Layout;
import java.util.Map;

/** How a SecretStore reads Secrets of admin-apps: as an account of its own namespace. */
public final class AdminAppsStore {

  private AdminAppsStore() {}

  /**
   * What is below {@code spec.provider} of the store.
   *
   * @param account that reads
   */
  public static Map<String, Object> provider(String account) {
    Map<String, Object> authority =
        Map.of("type", "ConfigMap", "name", "kube-root-ca.crt", "key", "ca.crt");
    Map<String, Object> kubernetes =
        Map.of(
            "auth",
            Map.of("serviceAccount", Map.of("name", account)),
            "remoteNamespace",
            Layout.ADMIN_APPS,
            "server",
            Map.of("caProvider", authority, "url", "kubernetes.default"));
    return Map.of("kubernetes", kubernetes);
  }
}
