package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.HostName;
import io.tenantsmith.render.route.HostObjectName;
import java.util.List;
import java.util.Map;

/** Makes the two routes of a host of the platform: to its Service, and from http to https. */
final class PublicRoutes {

  /** Port of the Services that stand behind routes. */
  static final int BACKEND_PORT = 80;

  private static final String API = "gateway.networking.k8s.io/v1";
  private static final List<Map<String, Object>> EVERYTHING =
      List.of(Map.of("path", Map.of("type", "PathPrefix", "value", "/")));

  private PublicRoutes() {}

  /** Both routes, named after the Service. */
  static List<HasMetadata> of(Platform platform, String service, HostName host) {
    return List.of(
        route(platform, service, host, new Rule(HostObjectName.of(host), toService(service))),
        route(platform, service + "-https-redirect", host, new Rule("http", toHttps())));
  }

  private static HasMetadata route(Platform platform, String name, HostName host, Rule rule) {
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
            rule.listener());
    return CustomObject.of(
        API,
        "HTTPRoute",
        platform.metadata(name),
        Map.of(
            "hostnames",
            List.of(host.value()),
            "parentRefs",
            List.of(parent),
            "rules",
            List.of(rule.tree())));
  }

  /** The time-out is long: an answer of a language model is one response. */
  private static Map<String, Object> toService(String service) {
    Map<String, Object> hsts =
        Map.of("name", "Strict-Transport-Security", "value", "max-age=31536000");
    Map<String, Object> filter =
        Map.of(
            "responseHeaderModifier",
            Map.of("set", List.of(hsts)),
            "type",
            "ResponseHeaderModifier");
    return Map.of(
        "backendRefs",
        List.of(Map.of("name", service, "port", BACKEND_PORT)),
        "filters",
        List.of(filter),
        "matches",
        EVERYTHING,
        "timeouts",
        Map.of("request", "300s"));
  }

  private static Map<String, Object> toHttps() {
    Map<String, Object> redirect = Map.of("scheme", "https", "statusCode", 301);
    return Map.of(
        "filters",
        List.of(Map.of("requestRedirect", redirect, "type", "RequestRedirect")),
        "matches",
        EVERYTHING);
  }

  private record Rule(String listener, Map<String, Object> tree) {}
}
