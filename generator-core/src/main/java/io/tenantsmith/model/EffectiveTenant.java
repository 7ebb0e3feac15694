package io.tenantsmith.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tenant with its layers merged, perhaps still with mistakes: what rules judge.
 *
 * @param tier effective values of its tier; null if the tier is unknown or broken
 * @param settings effective values of the tenant, the tier's included
 * @param web size of its web pods; null if the plan holds none
 * @param hosts its host names as far as they are known
 */
public record EffectiveTenant(
    Tenant tenant,
    @Nullable Settings tier,
    Settings settings,
    @Nullable WebPlan web,
    ResolvedTenant.@Nullable Hosts hosts) {

  /** Effective values of its tier. */
  public Optional<Settings> tierSettings() {
    return Optional.ofNullable(tier);
  }

  /** Size of its web pods. */
  public Optional<WebPlan> webPlan() {
    return Optional.ofNullable(web);
  }

  /** Its host names. */
  public Optional<ResolvedTenant.Hosts> hostNames() {
    return Optional.ofNullable(hosts);
  }
}
