package io.tenantsmith.render.route;

import io.tenantsmith.model.HostName;
import io.tenantsmith.model.ResolvedTenant;
import java.util.List;
import java.util.Optional;

/**
 * A tenant's hosts by who answers for them at the gateway.
 *
 * @param sites hosts of the site, the canonical one first and the platform's last
 * @param platform the host below the platform's domain, covered by the platform's certificate
 * @param certified hosts that need a certificate and a listener of the tenant's own
 * @param loginHost host of a branded login page, if there is one
 */
public record TenantDomains(
    List<HostName> sites,
    HostName platform,
    List<HostName> certified,
    Optional<HostName> loginHost) {

  /** Copies the lists. */
  public TenantDomains {
    sites = List.copyOf(sites);
    certified = List.copyOf(certified);
  }

  /** The host of the site itself. */
  HostName canonical() {
    return sites.get(0);
  }

  /** Hosts of the site that lead to the canonical one. */
  List<HostName> others() {
    return sites.subList(1, sites.size());
  }

  boolean isPlatformCanonical() {
    return canonical().equals(platform);
  }

  /** The domains of a tenant. A wildcard certificate covers one label, not two. */
  public static TenantDomains of(ResolvedTenant tenant) {
    List<HostName> sites = tenant.hosts().sites();
    HostName platform = sites.get(sites.size() - 1);
    return new TenantDomains(
        sites, platform, tenant.hosts().certified(), tenant.hosts().loginHost());
  }
}
