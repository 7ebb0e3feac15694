package io.tenantsmith.render.route;

import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.ParentReference;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.HostName;
import io.tenantsmith.render.Layout;
import io.tenantsmith.render.kit.TenantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The routes of a tenant's site, of its redirects to HTTPS and of its login host. */
final class TenantRoutes {

  private static final String PAGE_TIMEOUT = "60s";

  private final TenantScope scope;
  private final TenantDomains domains;

  TenantRoutes(TenantScope scope, TenantDomains domains) {
    this.scope = scope;
    this.domains = domains;
  }

  /** All of them. A route takes 16 hosts; more go into further ones, which are numbered. */
  List<HTTPRoute> all() {
    List<HTTPRoute> routes = new ArrayList<>();
    List<List<HostName>> sites = parts(domains.sites());
    for (int i = 0; i < sites.size(); i++) {
      routes.add(site(numbered("wordpress", i), sites.get(i)));
    }
    List<List<HostName>> hosts = parts(scope.tenant().hosts().all());
    for (int i = 0; i < hosts.size(); i++) {
      routes.add(redirect(numbered("https-redirect", i), hosts.get(i)));
    }
    domains.loginHost().map(this::login).ifPresent(routes::add);
    return routes;
  }

  private HTTPRoute site(String name, List<HostName> hosts) {
    List<ParentReference> parents = new ArrayList<>();
    // A parent none of whose listeners knows a host of the route would refuse it.
    if (hosts.contains(domains.platform())) {
      parents.add(gateway("https-sites"));
    }
    hosts.stream()
        .filter(domains.certified()::contains)
        .forEach(host -> parents.add(listener(host)));
    return new GatewayRoute(scope.metadata(name), hosts, parents).to("wordpress", PAGE_TIMEOUT);
  }

  private HTTPRoute redirect(String name, List<HostName> hosts) {
    return new GatewayRoute(scope.metadata(name), hosts, List.of(gateway("http"))).redirecting();
  }

  /** It stands beside Authentik, since a route to another namespace's Service is not allowed. */
  private HTTPRoute login(HostName host) {
    ParentReference parent = listener(host);
    parent.setNamespace(scope.namespace());
    return new GatewayRoute(
            scope.metadata("auth-" + scope.id(), Layout.ADMIN_APPS), List.of(host), List.of(parent))
        .to("authentik", PAGE_TIMEOUT);
  }

  private ParentReference gateway(String listener) {
    Cluster.Gateway gateway = scope.tenant().cluster().gateway();
    ParentReference parent = parent("Gateway", gateway.name(), listener);
    parent.setNamespace(gateway.namespace());
    return parent;
  }

  private static ParentReference listener(HostName host) {
    return parent("ListenerSet", TenantDomains.LISTENERS, HostObjectName.of(host));
  }

  private static ParentReference parent(String kind, String name, String section) {
    ParentReference parent = new ParentReference();
    parent.setGroup(GatewayRoute.GROUP);
    parent.setKind(kind);
    parent.setName(name);
    parent.setSectionName(section);
    return parent;
  }

  private static String numbered(String name, int index) {
    return index == 0 ? name : name + "-" + (index + 1);
  }

  private static List<List<HostName>> parts(List<HostName> hosts) {
    int most = GatewayRoute.MOST_HOSTS;
    return IntStream.range(0, (hosts.size() + most - 1) / most)
        .mapToObj(i -> hosts.subList(i * most, Math.min((i + 1) * most, hosts.size())))
        .toList();
  }
}
