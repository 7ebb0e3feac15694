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
import io.tenantsmith.model.TierKeys;
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
   * @param range where the name is stated, or the one that it follows from
   * @param from why the tenant has it though nobody wrote it; null if it is stated
   */
  record Claim(HostName host, String owner, SourceRange range, @Nullable Derivation from) {

    /** Whether the name follows from another one. */
    boolean derived() {
      return from != null;
    }

    /** Whether it is the host that each tenant has below the platform's domain. */
    boolean isOwnSite() {
      return from != null && SITE.equals(from.purpose());
    }
  }

  /**
   * Why a tenant has a host that it does not name.
   *
   * @param purpose what is put there, for instance {@code login page}
   * @param setting what puts it there, as users write it, for instance {@code branding}
   * @param place where that is stated
   */
  record Derivation(String purpose, String setting, SourceRange place) {}

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

  /** The claims of one tenant; none if nobody knows its id. */
  static List<Claim> of(EffectiveTenant tenant) {
    List<Claim> claims = new ArrayList<>();
    if (tenant.tenant().id().isPresent()) {
      addAll(tenant, claims);
    }
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
    tenant.hostNames().ifPresent(hosts -> derived(hosts, tenant, owner, stem, claims));
  }

  private static void derived(
      Hosts hosts, EffectiveTenant tenant, String owner, SourceRange stem, List<Claim> claims) {
    SourceRange id = idRange(tenant);
    HostName own = hosts.sites().get(hosts.sites().size() - 1);
    claims.add(new Claim(own, owner, id, new Derivation(SITE, "tenant_id", id)));
    hosts
        .openWebUiHost()
        .ifPresent(host -> claims.add(new Claim(host, owner, stem, openWebUi(tenant))));
    hosts.loginHost().ifPresent(host -> claims.add(new Claim(host, owner, stem, login(tenant))));
  }

  private static Derivation openWebUi(EffectiveTenant tenant) {
    SourceRange place = tenant.settings().setting(TierKeys.OPEN_WEBUI).origin().range();
    return new Derivation("Open WebUI", "open_webui: dedicated", place);
  }

  private static Derivation login(EffectiveTenant tenant) {
    SourceRange place =
        TenantKeys.BRANDING.stream()
            .flatMap(key -> tenant.settings().find(key).stream())
            .map(setting -> setting.origin().range())
            .findFirst()
            .orElseThrow();
    return new Derivation("login page", "branding", place);
  }

  private static SourceRange idRange(EffectiveTenant tenant) {
    return Objects.requireNonNull(tenant.tenant().who().id()).range();
  }
}
