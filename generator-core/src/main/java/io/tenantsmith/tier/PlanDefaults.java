package io.tenantsmith.tier;

import io.tenantsmith.model.Key;
import io.tenantsmith.model.Limit;
import io.tenantsmith.model.Origin;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.Settings;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.TierKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a tenant has of each resource if it states nothing: all that its tier allows. */
final class PlanDefaults {

  private PlanDefaults() {}

  static void apply(Settings tier, Overlay overlay) {
    limit(tier, overlay, TenantKeys.CPU_LIMIT, TierKeys.LIMIT_CPU, TierKeys.DEFAULT_CPU);
    limit(tier, overlay, TenantKeys.MEMORY_LIMIT, TierKeys.LIMIT_MEMORY, TierKeys.DEFAULT_MEMORY);
    limit(tier, overlay, TenantKeys.STORAGE_SIZE, TierKeys.LIMIT_STORAGE, TierKeys.DEFAULT_STORAGE);
    overlay.with(TenantKeys.DB_CORES, tier.setting(TierKeys.DATABASE_CORES));
    overlay.with(TenantKeys.DB_RAM, tier.setting(TierKeys.DATABASE_RAM));
    overlay.with(TenantKeys.DB_STORAGE, tier.setting(TierKeys.DATABASE_STORAGE));
  }

  private static <T extends Comparable<T>> void limit(
      Settings tier, Overlay overlay, Key<T> key, Key<Limit<T>> limit, Key<T> otherwise) {
    Setting<Limit<T>> max = tier.setting(limit);
    Optional<T> amount = max.value().amount();
    overlay.with(
        key,
        amount.isPresent()
            ? new Setting<>(amount.get(), max.origins(), List.of())
            : otherwise(tier.setting(otherwise), max));
  }

  /** That the limit is unlimited has its say, too. */
  private static <T> Setting<T> otherwise(Setting<T> amount, Setting<?> max) {
    List<Origin> origins = new ArrayList<>(amount.origins());
    origins.addAll(max.origins());
    return new Setting<>(amount.value(), origins, amount.overridden());
  }
}
