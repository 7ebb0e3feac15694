package io.tenantsmith.render.route;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPBackendRef;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPHeader;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPHeaderFilter;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPPathMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRequestRedirectFilter;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteFilter;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRule;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteSpec;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteTimeouts;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.ParentReference;
import io.tenantsmith.model.HostName;
import java.util.List;

/**
 * A route of some hosts with one rule for every path.
 *
 * @param hosts at most 16, as the API demands
 * @param parents where its traffic comes in
 */
record GatewayRoute(ObjectMeta metadata, List<HostName> hosts, List<ParentReference> parents) {

  /** Group of the Gateway API. */
  static final String GROUP = "gateway.networking.k8s.io";

  /** Most hosts of one route. */
  static final int MOST_HOSTS = 16;

  private static final int SERVICE_PORT = 80;

  GatewayRoute {
    hosts = List.copyOf(hosts);
    parents = List.copyOf(parents);
  }

  /** Sends requests to a Service beside it and browsers to HTTPS from then on. */
  HTTPRoute to(String service, String timeout) {
    HTTPBackendRef backend = new HTTPBackendRef();
    backend.setName(service);
    backend.setPort(SERVICE_PORT);
    HTTPRouteRule rule = rule(strictTransport());
    rule.setBackendRefs(List.of(backend));
    rule.setTimeouts(new HTTPRouteTimeouts(null, timeout));
    return object(rule);
  }

  /** Redirects to HTTPS. */
  HTTPRoute redirecting() {
    HTTPRequestRedirectFilter redirect = new HTTPRequestRedirectFilter();
    redirect.setScheme("https");
    redirect.setStatusCode(301);
    HTTPRouteFilter filter = new HTTPRouteFilter();
    filter.setRequestRedirect(redirect);
    filter.setType("RequestRedirect");
    return object(rule(filter));
  }

  private HTTPRoute object(HTTPRouteRule rule) {
    HTTPRouteSpec spec = new HTTPRouteSpec();
    spec.setHostnames(hosts.stream().map(HostName::value).toList());
    spec.setParentRefs(parents);
    spec.setRules(List.of(rule));
    HTTPRoute route = new HTTPRoute();
    route.setMetadata(metadata);
    route.setSpec(spec);
    return route;
  }

  private static HTTPRouteRule rule(HTTPRouteFilter filter) {
    HTTPRouteMatch match = new HTTPRouteMatch();
    match.setPath(new HTTPPathMatch("PathPrefix", "/"));
    HTTPRouteRule rule = new HTTPRouteRule();
    rule.setFilters(List.of(filter));
    rule.setMatches(List.of(match));
    return rule;
  }

  private static HTTPRouteFilter strictTransport() {
    HTTPHeaderFilter headers = new HTTPHeaderFilter();
    headers.setSet(List.of(new HTTPHeader("Strict-Transport-Security", "max-age=31536000")));
    HTTPRouteFilter filter = new HTTPRouteFilter();
    filter.setResponseHeaderModifier(headers);
    filter.setType("ResponseHeaderModifier");
    return filter;
  }
}
