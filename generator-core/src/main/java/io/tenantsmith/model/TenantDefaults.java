package io.tenantsmith.model;

import org.jspecify.annotations.Nullable;

/** What a tenant gets where nobody states it and it follows from other values. */
final class TenantDefaults {

  private TenantDefaults() {}

  /** Named after the tenant. */
  static @Nullable String adminUser(Settings settings) {
    return settings.value(TenantKeys.ID).map(id -> id + "-admin").orElse(null);
  }

  /** Spread over the hour, so that not all backups start at once. */
  static @Nullable CronSchedule nightly(Settings settings) {
    return settings.value(TenantKeys.ID).map(CronSchedule::nightly).orElse(null);
  }

  /** All that the tier allows, or the tier's default where that is unlimited. */
  static <T extends Comparable<T>> @Nullable T planned(
      Settings settings, Key<Limit<T>> limit, Key<T> otherwise) {
    Limit<T> max = settings.value(limit).orElse(null);
    return max == null ? null : max.amount().orElseGet(() -> settings.get(otherwise));
  }
}
