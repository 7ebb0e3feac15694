package io.tenantsmith.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which host names are a tenant's. */
final class HostNaming {

  private HostNaming() {}

  /** Prefix and id; null if one is unknown. */
  static @Nullable String namespace(Settings settings) {
    TenantId id = settings.value(TenantKeys.ID).orElse(null);
    String prefix = settings.value(FleetKeys.NAMESPACE_PREFIX).orElse(null);
    return id == null || prefix == null ? null : prefix + id;
  }

  /** Hosts of the site, the canonical one first; null if fleet or id are unknown. */
  static @Nullable List<HostName> sites(Settings settings) {
    TenantId id = settings.value(TenantKeys.ID).orElse(null);
    HostName domain = settings.value(FleetKeys.DOMAIN).orElse(null);
    if (id == null || domain == null) {
      return null;
    }
    List<HostName> sites = new ArrayList<>();
    settings.get(TenantKeys.CUSTOM_DOMAINS).forEach(host -> sites.add(host.value()));
    sites.add(domain.withPrefix(id.value()));
    return List.copyOf(sites);
  }

  /** Host of an Open WebUI of its own. */
  static Optional<HostName> openWebUi(Settings settings) {
    return hasOpenWebUi(settings)
        ? stem(settings).map(stem -> stem.withPrefix("openwebui"))
        : Optional.empty();
  }

  /** Host of a login page of its own. */
  static Optional<HostName> login(Settings settings) {
    return isBranded(settings)
        ? stem(settings).map(stem -> stem.withPrefix("auth"))
        : Optional.empty();
  }

  /** The key that decides {@link #openWebUi}. */
  static Key<?> decidesOpenWebUi(Settings settings) {
    return hasOpenWebUi(settings) ? TenantKeys.CUSTOM_DOMAINS : TierKeys.OPEN_WEBUI;
  }

  /** The key that decides {@link #login}. */
  static Key<?> decidesLogin(Settings settings) {
    return isBranded(settings) ? TenantKeys.CUSTOM_DOMAINS : TenantKeys.BRANDING_TITLE;
  }

  private static Optional<HostName> stem(Settings settings) {
    return settings.value(DerivedKeys.SITES).map(sites -> sites.get(0).withoutWww());
  }

  private static boolean hasOpenWebUi(Settings settings) {
    return settings.find(TierKeys.OPEN_WEBUI).isPresent()
        && settings.get(TierKeys.OPEN_WEBUI) == OpenWebUiKind.DEDICATED
        && settings.get(TenantKeys.CONTENT_AUTOMATION);
  }

  private static boolean isBranded(Settings settings) {
    return TenantKeys.BRANDING.stream().anyMatch(key -> settings.find(key).isPresent());
  }
}
