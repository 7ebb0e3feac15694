package io.tenantsmith.tier;

import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.OpenWebUiKind;
import io.tenantsmith.model.ResolvedTenant.Hosts;
import io.tenantsmith.model.Settings;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.TierKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which host names are a tenant's. */
final class HostNaming {

  private HostNaming() {}

  /** Empty if fleet or id are unknown. */
  static Optional<Hosts> hosts(@Nullable Fleet fleet, Tenant tenant, Settings settings) {
    if (fleet == null || tenant.id().isEmpty()) {
      return Optional.empty();
    }
    List<HostName> sites = new ArrayList<>();
    settings.get(TenantKeys.CUSTOM_DOMAINS).forEach(host -> sites.add(host.value()));
    sites.add(fleet.domain().value().withPrefix(tenant.id().get().value()));
    HostName stem = sites.get(0).withoutWww();
    return Optional.of(
        new Hosts(
            sites,
            hasOpenWebUi(settings) ? stem.withPrefix("openwebui") : null,
            isBranded(settings) ? stem.withPrefix("auth") : null));
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
