package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.ResolvedTenant.Hosts;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.TenantKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who claims which host name: the platform first, then tenants in the order of their files. */
final class HostClaims {

  /**
   * One claim.
   *
   * @param owner for messages: {@code the platform} or {@code tenant "acme"}
   * @param purpose what is put there, where the name follows from another one; null if it is stated
   */
  record Claim(HostName host, String owner, SourceRange range, @Nullable String purpose) {

    /** Whether the name follows from another one. */
    boolean derived() {
      return purpose != null;
    }

    /** Whether it is the host that each tenant has below the platform's domain. */
    boolean isOwnSite() {
      return SITE.equals(purpose);
    }
  }

  /** Owner of the hosts of fleet.yaml. */
  static final String PLATFORM = "the platform";

  private static final String SITE = "site";

  private HostClaims() {}

  static List<Claim> of(Resolution resolution) {
    List<Claim> claims = new ArrayList<>();
    Fleet fleet = resolution.workspace().fleet();
    if (fleet != null) {
      for (Cluster cluster : fleet.clusters()) {
        for (Sourced<HostName> host : platform(cluster)) {
          claims.add(new Claim(host.value(), PLATFORM, host.range(), null));
        }
      }
    }
    resolution.tenants().stream()
        .filter(tenant -> tenant.tenant().id().isPresent())
        .forEach(tenant -> addAll(tenant, claims));
    return claims;
  }

  static List<Sourced<HostName>> platform(Cluster cluster) {
    return List.of(cluster.domain(), cluster.identityHost(), cluster.openWebUiHost());
  }

  private static void addAll(EffectiveTenant tenant, List<Claim> claims) {
    String owner = "tenant \"" + tenant.tenant().id().orElseThrow() + "\"";
    List<Sourced<HostName>> custom = tenant.settings().get(TenantKeys.CUSTOM_DOMAINS);
    custom.stream()
        .map(domain -> new Claim(domain.value(), owner, domain.range(), null))
        .distinct()
        .forEach(claims::add);
    SourceRange stem = custom.isEmpty() ? idRange(tenant) : custom.get(0).range();
    tenant.hostNames().ifPresent(hosts -> derived(hosts, owner, stem, idRange(tenant), claims));
  }

  private static void derived(
      Hosts hosts, String owner, SourceRange stem, SourceRange id, List<Claim> claims) {
    HostName own = hosts.sites().get(hosts.sites().size() - 1);
    claims.add(new Claim(own, owner, id, SITE));
    hosts.openWebUiHost().ifPresent(host -> claims.add(new Claim(host, owner, stem, "Open WebUI")));
    hosts.loginHost().ifPresent(host -> claims.add(new Claim(host, owner, stem, "login page")));
  }

  private static SourceRange idRange(EffectiveTenant tenant) {
    return Objects.requireNonNull(tenant.tenant().who().id()).range();
  }
}
