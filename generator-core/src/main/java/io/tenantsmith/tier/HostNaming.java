package io.tenantsmith.tier;

import io.tenantsmith.model.DerivedKeys;
import io.tenantsmith.model.FleetKeys;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.OpenWebUiKind;
import io.tenantsmith.model.Settings;
import io.tenantsmith.model.TenantId;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.TierKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which host names are a tenant's. */
final class HostNaming {

  private HostNaming() {}

  /** Sets the host names, and the namespace, if fleet and id are known. */
  static void derive(Settings.Builder settings) {
    settings.derive(DerivedKeys.NAMESPACE, HostNaming::namespace);
    settings.derive(DerivedKeys.SITES, HostNaming::sites);
    settings.derive(
        DerivedKeys.OPEN_WEBUI_HOST,
        s ->
            hasOpenWebUi(s) ? stem(s).map(stem -> stem.withPrefix("openwebui")) : Optional.empty());
    settings.derive(
        DerivedKeys.LOGIN_HOST,
        s -> isBranded(s) ? stem(s).map(stem -> stem.withPrefix("auth")) : Optional.empty());
  }

  private static @Nullable String namespace(Settings settings) {
    TenantId id = settings.value(TenantKeys.ID).orElse(null);
    String prefix = settings.value(FleetKeys.NAMESPACE_PREFIX).orElse(null);
    return id == null || prefix == null ? null : prefix + id;
  }

  private static @Nullable List<HostName> sites(Settings settings) {
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
