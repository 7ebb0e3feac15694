package io.tenantsmith.render.route;

import io.tenantsmith.model.HostName;
import io.tenantsmith.render.kit.TenantScope;
import java.util.List;
import java.util.Map;

/**
 * The certificate of one host. One for each, since broken DNS of one host must not keep the others
 * from being renewed.
 */
final class HostCertificate {

  private HostCertificate() {}

  /** The Certificate. */
  static Map<String, Object> of(HostName host, TenantScope scope) {
    return scope
        .custom("cert-manager.io/v1", "Certificate", HostObjectName.of(host))
        .specified(
            Map.of(
                "dnsNames",
                List.of(host.value()),
                "issuerRef",
                issuer(scope),
                "privateKey",
                Map.of("algorithm", "ECDSA", "rotationPolicy", "Always", "size", 256),
                "revisionHistoryLimit",
                2,
                "secretName",
                HostObjectName.secretOf(host),
                "usages",
                List.of("digital signature", "server auth")));
  }

  private static Map<String, Object> issuer(TenantScope scope) {
    return Map.of(
        "group",
        "cert-manager.io",
        "kind",
        "ClusterIssuer",
        "name",
        scope.tenant().cluster().issuer().name());
  }
}
