package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.HostName;
import io.tenantsmith.render.route.HostObjectName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The issuer of all certificates, and those of the platform's own hosts. */
final class CertificatesFile implements PlatformFile {

  private static final String API = "cert-manager.io/v1";

  @Override
  public String path() {
    return "gateway/certificates.yaml";
  }

  @Override
  public List<HasMetadata> objects(Platform platform) {
    return List.of(
        issuer(platform),
        certificate(platform, platform.fleet().identity().host().value()),
        certificate(platform, platform.fleet().openWebUiHost().value()));
  }

  private static HasMetadata issuer(Platform platform) {
    Cluster.Issuer issuer = platform.cluster().issuer();
    Map<String, Object> acme = new LinkedHashMap<>();
    platform.fleet().contacts().contactEmail().ifPresent(email -> acme.put("email", email));
    acme.put("privateKeySecretRef", Map.of("name", issuer.name() + "-account"));
    acme.put("server", issuer.server());
    acme.put("solvers", List.of(Map.of("http01", Map.of("gatewayHTTPRoute", solver(platform)))));
    return CustomObject.of(
        API, "ClusterIssuer", platform.metadata("", issuer.name()), Map.of("acme", acme));
  }

  private static Map<String, Object> solver(Platform platform) {
    Cluster.Gateway gateway = platform.cluster().gateway();
    Map<String, Object> parent =
        Map.of(
            "kind",
            "Gateway",
            "name",
            gateway.name(),
            "namespace",
            gateway.namespace(),
            "group",
            "gateway.networking.k8s.io",
            "sectionName",
            "http");
    return Map.of("parentRefs", List.of(parent), "serviceType", "ClusterIP");
  }

  private static HasMetadata certificate(Platform platform, HostName host) {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("dnsNames", List.of(host.value()));
    spec.put(
        "issuerRef",
        Map.of(
            "kind",
            "ClusterIssuer",
            "name",
            platform.cluster().issuer().name(),
            "group",
            "cert-manager.io"));
    spec.put("privateKey", Map.of("algorithm", "ECDSA", "rotationPolicy", "Always", "size", 256));
    spec.put("revisionHistoryLimit", 2);
    spec.put("secretName", HostObjectName.secretOf(host));
    spec.put("usages", List.of("digital signature", "server auth"));
    return CustomObject.of(
        API,
        "Certificate",
        platform.metadata(platform.cluster().gateway().namespace(), HostObjectName.of(host)),
        spec);
  }
}
