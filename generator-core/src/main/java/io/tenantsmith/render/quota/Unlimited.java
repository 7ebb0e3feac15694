package io.tenantsmith.render.quota;

import io.tenantsmith.model.Key;
import io.tenantsmith.model.Limit;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TierKeys;

/** Which amounts a tenant's tier does not limit. */
record Unlimited(boolean cpu, boolean memory, boolean storage) {

  static Unlimited of(ResolvedTenant tenant) {
    return new Unlimited(
        isUnlimited(tenant, TierKeys.LIMIT_CPU),
        isUnlimited(tenant, TierKeys.LIMIT_MEMORY),
        isUnlimited(tenant, TierKeys.LIMIT_STORAGE));
  }

  /** Whether something of a container is limited. */
  boolean limitsContainers() {
    return !cpu || !memory;
  }

  private static <T extends Comparable<T>> boolean isUnlimited(
      ResolvedTenant tenant, Key<Limit<T>> key) {
    return tenant.get(key).amount().isEmpty();
  }
}
