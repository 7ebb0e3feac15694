package io.tenantsmith.render.route;

import io.tenantsmith.model.HostName;
import io.tenantsmith.template.NamedValues;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Some hosts that one route takes. The API takes 16 at most, so more hosts go into further routes.
 *
 * @param suffix of the route's name: empty for the first one
 * @param hosts in their order
 * @param domains all hosts of the tenant
 */
record HostRoute(String suffix, List<HostName> hosts, TenantDomains domains) {

  /** The names by which a template makes a redirect from http to https. */
  static final NamedValues<HostRoute> REDIRECT =
      NamedValues.<HostRoute>builder()
          .value("suffix", HostRoute::suffix)
          .value("hosts", route -> route.hosts().stream().map(HostName::value).toList())
          .build();

  /** The names by which a template makes a redirect to the site's own host. */
  static final NamedValues<HostRoute> VALUES =
      NamedValues.<HostRoute>builder()
          .including(REDIRECT)
          .condition("onPlatform", route -> route.hosts().contains(route.domains().platform()))
          .rows(
              "certified", s -> CertifiedHost.among(s.hosts(), s.domains()), CertifiedHost.LISTENER)
          .build();

  private static final int MAX_HOSTS = 16;

  HostRoute {
    hosts = List.copyOf(hosts);
  }

  /** The routes that some hosts of a tenant need. */
  static List<HostRoute> of(List<HostName> hosts, TenantDomains domains) {
    int routes = (hosts.size() + MAX_HOSTS - 1) / MAX_HOSTS;
    return IntStream.range(0, routes).mapToObj(i -> part(i, hosts, domains)).toList();
  }

  private static HostRoute part(int index, List<HostName> hosts, TenantDomains domains) {
    int from = index * MAX_HOSTS;
    int to = Math.min(from + MAX_HOSTS, hosts.size());
    String suffix = index == 0 ? "" : "-" + (index + 1);
    return new HostRoute(suffix, hosts.subList(from, to), domains);
  }
}
