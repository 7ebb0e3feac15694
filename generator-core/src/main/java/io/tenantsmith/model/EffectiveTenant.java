package io.tenantsmith.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tenant with its layers merged, perhaps still with mistakes: what rules judge.
 *
 * @param tier effective values of its tier; null if the tier is unknown or broken
 * @param settings effective values of the tenant, those of its tier, cluster and fleet included, as
 *     far as they are known
 */
public record EffectiveTenant(Tenant tenant, @Nullable Settings tier, Settings settings) {

  /** Effective values of its tier. */
  public Optional<Settings> tierSettings() {
    return Optional.ofNullable(tier);
  }

  /** Size of its web pods; empty if the plan has room for none. */
  public Optional<WebPlan> webPlan() {
    return settings.find(DerivedKeys.MAX_PODS).map(max -> new WebPlan(settings));
  }

  /** Its host names, if fleet and id are known. */
  public Optional<ResolvedTenant.Hosts> hostNames() {
    return settings.find(DerivedKeys.SITES).map(sites -> new ResolvedTenant.Hosts(settings));
  }
}
