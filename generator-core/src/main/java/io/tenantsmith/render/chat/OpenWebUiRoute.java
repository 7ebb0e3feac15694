package io.tenantsmith.render.chat;

import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPBackendRef;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPHeader;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPHeaderFilter;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPPathMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteFilter;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRule;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteSpec;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteTimeouts;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.ParentReference;
import io.tenantsmith.model.HostName;
import io.tenantsmith.render.kit.TenantScope;
import io.tenantsmith.render.route.HostObjectName;
import java.util.List;

/** The route from a tenant's host to its own Open WebUI. */
final class OpenWebUiRoute {

  private OpenWebUiRoute() {}

  static HTTPRoute of(TenantScope scope, HostName host) {
    HTTPRouteSpec spec = new HTTPRouteSpec();
    spec.setHostnames(List.of(host.value()));
    spec.setParentRefs(List.of(listener(host)));
    spec.setRules(List.of(rule()));
    HTTPRoute route = new HTTPRoute();
    route.setMetadata(scope.metadata(OpenWebUiContributor.NAME));
    route.setSpec(spec);
    return route;
  }

  private static ParentReference listener(HostName host) {
    ParentReference parent = new ParentReference();
    parent.setGroup("gateway.networking.k8s.io");
    parent.setKind("ListenerSet");
    parent.setName("tenant-domains");
    parent.setSectionName(HostObjectName.of(host));
    return parent;
  }

  private static HTTPRouteRule rule() {
    HTTPBackendRef backend = new HTTPBackendRef();
    backend.setName(OpenWebUiContributor.NAME);
    backend.setPort(80);
    HTTPRouteTimeouts timeouts = new HTTPRouteTimeouts();
    // Answers of a model stream for minutes.
    timeouts.setRequest("300s");
    HTTPRouteRule rule = new HTTPRouteRule();
    rule.setBackendRefs(List.of(backend));
    rule.setFilters(List.of(strictTransport()));
    rule.setMatches(List.of(everything()));
    rule.setTimeouts(timeouts);
    return rule;
  }

  private static HTTPRouteFilter strictTransport() {
    HTTPHeader header = new HTTPHeader();
    header.setName("Strict-Transport-Security");
    header.setValue("max-age=31536000");
    HTTPHeaderFilter headers = new HTTPHeaderFilter();
    headers.setSet(List.of(header));
    HTTPRouteFilter filter = new HTTPRouteFilter();
    filter.setResponseHeaderModifier(headers);
    filter.setType("ResponseHeaderModifier");
    return filter;
  }

  private static HTTPRouteMatch everything() {
    HTTPPathMatch path = new HTTPPathMatch();
    path.setType("PathPrefix");
    path.setValue("/");
    HTTPRouteMatch match = new HTTPRouteMatch();
    match.setPath(path);
    return match;
  }
}
