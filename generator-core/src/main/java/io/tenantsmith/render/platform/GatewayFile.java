package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.HostName;
import io.tenantsmith.render.Labels;
import io.tenantsmith.render.Layout;
import io.tenantsmith.render.route.HostObjectName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The shared Gateway: listeners for http, for every tenant's platform host and for the platform's
 * own hosts; those of custom domains are added by tenants' ListenerSets.
 */
final class GatewayFile implements PlatformFile {

  @Override
  public String path() {
    return "gateway/gateway.yaml";
  }

  @Override
  public List<HasMetadata> objects(Platform platform) {
    Cluster.Gateway gateway = platform.cluster().gateway();
    Map<String, Object> guests = selected(Labels.PREFIX + "gateway", gateway.name());
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("allowedListeners", Map.of("namespaces", guests));
    spec.put("gatewayClassName", gateway.className().value());
    spec.put(
        "listeners",
        List.of(
            listener("http", guests, Map.of("port", 80, "protocol", "HTTP")),
            listener(
                "https-sites",
                guests,
                tls("*." + platform.fleet().domain().value(), "sites-wildcard-tls")),
            own(platform.fleet().identity().host().value()),
            own(platform.fleet().openWebUiHost().value())));
    return List.of(
        CustomObject.of(
            "gateway.networking.k8s.io/v1",
            "Gateway",
            platform.metadata(gateway.namespace(), gateway.name()),
            spec));
  }

  /** Of a host of the platform: only its applications may have routes for it. */
  private static Map<String, Object> own(HostName host) {
    return listener(
        HostObjectName.of(host),
        selected("kubernetes.io/metadata.name", Layout.ADMIN_APPS),
        tls(host.value(), HostObjectName.secretOf(host)));
  }

  private static Map<String, Object> listener(
      String name, Map<String, Object> namespaces, Map<String, Object> rest) {
    Map<String, Object> route = Map.of("kind", "HTTPRoute", "group", "gateway.networking.k8s.io");
    Map<String, Object> listener = new LinkedHashMap<>();
    listener.put("name", name);
    listener.put("allowedRoutes", Map.of("kinds", List.of(route), "namespaces", namespaces));
    listener.putAll(rest);
    return listener;
  }

  private static Map<String, Object> tls(String host, String secret) {
    Map<String, Object> certificate = Map.of("kind", "Secret", "name", secret);
    return Map.of(
        "hostname",
        host,
        "port",
        443,
        "protocol",
        "HTTPS",
        "tls",
        Map.of("certificateRefs", List.of(certificate), "mode", "Terminate"));
  }

  private static Map<String, Object> selected(String label, String value) {
    return Map.of("from", "Selector", "selector", Map.of("matchLabels", Map.of(label, value)));
  }
}
