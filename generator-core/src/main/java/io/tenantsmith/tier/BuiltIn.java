package io.tenantsmith.tier;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.Cpu;
import io.tenantsmith.model.CronSchedule;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.Limit;
import io.tenantsmith.model.OpenWebUiKind;
import io.tenantsmith.model.Origin;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.StableHash;
import io.tenantsmith.model.TenantId;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.model.Values;
import java.util.List;
import java.util.Map;

/** The lowest layer: what holds where no file says anything. The smallest plan, nothing allowed. */
final class BuiltIn {

  private static final SourceRange NOWHERE = Origin.BUILT_IN.range();
  private static final int NIGHT = 2;

  private BuiltIn() {}

  /** Of every tier. */
  static Values tier() {
    Values.Builder values = Values.builder();
    put(values, TierKeys.SUPPORT_LEVEL, "community");
    put(values, TierKeys.LIMIT_CPU, Limit.of(new Cpu(500)));
    put(values, TierKeys.LIMIT_MEMORY, Limit.of(Bytes.ofMebi(512)));
    put(values, TierKeys.LIMIT_STORAGE, Limit.of(Bytes.ofGibi(5)));
    put(values, TierKeys.LIMIT_WORKFLOWS, Limit.of(100L));
    put(values, TierKeys.LIMIT_API_REQUESTS, Limit.of(1000L));
    put(values, TierKeys.DEFAULT_CPU, new Cpu(4000));
    put(values, TierKeys.DEFAULT_MEMORY, Bytes.ofGibi(8));
    put(values, TierKeys.DEFAULT_STORAGE, Bytes.ofGibi(100));
    TenantKeys.FEATURES.forEach(feature -> put(values, feature, false));
    put(values, TierKeys.CUSTOM_DOMAINS, Limit.of(0L));
    put(values, TierKeys.WHITE_LABELING, false);
    put(values, TierKeys.DEDICATED_RESOURCES, false);
    put(values, TierKeys.OPEN_WEBUI, OpenWebUiKind.SHARED);
    put(values, TierKeys.DATABASE_CORES, new Cpu(2000));
    put(values, TierKeys.DATABASE_RAM, Bytes.ofGibi(4));
    put(values, TierKeys.DATABASE_STORAGE, Bytes.ofGibi(20));
    put(values, TierKeys.DATABASE_INSTANCES, 1);
    put(values, TierKeys.WEB_POD_CPU, new Cpu(500));
    put(values, TierKeys.WEB_POD_MEMORY, Bytes.ofMebi(512));
    put(values, TierKeys.WEB_MIN_REPLICAS, 1);
    put(values, TierKeys.WEB_MAX_REPLICAS, 1);
    return values.build();
  }

  /** Of every tenant. */
  static Values tenant() {
    Values.Builder values = Values.builder();
    put(values, TenantKeys.CUSTOM_DOMAINS, List.of());
    put(values, TenantKeys.AUTO_PUBLISH, false);
    put(values, TenantKeys.CONTENT_TYPES, List.of("blog_post"));
    put(values, TenantKeys.DEFAULT_CATEGORIES, List.of());
    put(values, TenantKeys.SEO_OPTIMIZATION, true);
    put(values, TenantKeys.CUSTOM_TEMPLATES, Map.of());
    put(values, TenantKeys.WORKFLOW_APPROVAL, false);
    put(values, TenantKeys.PLUGINS, List.of());
    put(values, TenantKeys.BACKUP_RETENTION_DAYS, 30);
    put(values, TenantKeys.PATCHES, List.of());
    return values.build();
  }

  /** What follows from the id: spread over the hour, so that not all backups start at once. */
  static Values of(TenantId id) {
    Values.Builder values = Values.builder();
    put(values, TenantKeys.ADMIN_USER, id + "-admin");
    int minute = (int) (StableHash.of(id) % 60);
    put(values, TenantKeys.BACKUP_SCHEDULE, new CronSchedule(minute, NIGHT, "* * *"));
    return values.build();
  }

  private static <T> void put(Values.Builder values, Key<T> key, T value) {
    values.put(key, new Sourced<>(value, NOWHERE));
  }
}
