package io.tenantsmith.run;

import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.ResolvedTenant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which brands of Authentik each tenant has given up. Authentik forgets nothing by itself: a brand
 * is removed by an entry that names its old domain, and only the previous index knows that. A
 * domain that somebody has now on the same cluster is nobody's to remove there, since both entries
 * would mean one object.
 */
final class RetiredLogins {

  private final List<ResolvedTenant> tenants;
  private final Set<Brand> claimed = new HashSet<>();

  /** Each cluster has an Authentik of its own. */
  private record Brand(String cluster, HostName domain) {}

  RetiredLogins(Fleet fleet, List<ResolvedTenant> tenants) {
    this.tenants = tenants;
    for (Cluster cluster : fleet.clusters()) {
      claimed.add(new Brand(cluster.name().value(), cluster.identityHost().value()));
    }
    for (ResolvedTenant tenant : tenants) {
      tenant.hosts().loginHost().ifPresent(host -> claimed.add(brand(tenant, host)));
    }
  }

  /**
   * The tenants with the brands that they have given up up to now, as far as a previous tree knows.
   */
  List<ResolvedTenant> of(List<PublishedTenant> previous) {
    Map<String, List<HostName>> before = new HashMap<>();
    for (PublishedTenant tenant : previous) {
      List<HostName> brands = tenant.remembered().brands();
      if (!brands.isEmpty()) {
        before.put(tenant.id().value(), brands);
      }
    }
    return before.isEmpty()
        ? tenants
        : tenants.stream()
            .map(tenant -> retiring(tenant, before.getOrDefault(tenant.id().value(), List.of())))
            .toList();
  }

  /** A tenant with those of these brands that nobody has now. */
  ResolvedTenant retiring(ResolvedTenant tenant, List<HostName> brands) {
    Set<HostName> retired = new TreeSet<>(brands);
    retired.removeIf(host -> claimed.contains(brand(tenant, host)));
    return retired.isEmpty() ? tenant : tenant.retiring(List.copyOf(retired));
  }

  private static Brand brand(ResolvedTenant tenant, HostName host) {
    return new Brand(tenant.cluster().name().value(), host);
  }
}
