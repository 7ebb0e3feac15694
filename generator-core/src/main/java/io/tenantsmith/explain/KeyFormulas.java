package io.tenantsmith.explain;

import io.tenantsmith.model.BackupKeys;
import io.tenantsmith.model.ClusterKeys;
import io.tenantsmith.model.DerivedKeys;
import io.tenantsmith.model.FleetKeys;
import io.tenantsmith.model.ImageKeys;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.Limit;
import io.tenantsmith.model.MailKeys;
import io.tenantsmith.model.Settings;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.TierKeys;
import java.util.Map;
import java.util.function.Function;

/** How a value follows from others, in words with the numbers put in. */
final class KeyFormulas {

  private static final Map<Key<?>, Function<Settings, String>> WORDS =
      Map.ofEntries(
          Map.entry(
              DerivedKeys.NAMESPACE, s -> joined(s, FleetKeys.NAMESPACE_PREFIX, TenantKeys.ID)),
          Map.entry(DerivedKeys.MAX_PODS, KeyFormulas::maxPods),
          Map.entry(
              DerivedKeys.MIN_PODS,
              s ->
                  "the smaller of "
                      + stated(s, TierKeys.WEB_MIN_REPLICAS)
                      + " and "
                      + stated(s, DerivedKeys.MAX_PODS)),
          Map.entry(
              DerivedKeys.POD_CPU_REQUEST,
              s -> share(s, TenantKeys.CPU_REQUEST, TierKeys.WEB_POD_CPU)),
          Map.entry(
              DerivedKeys.POD_MEMORY_REQUEST,
              s -> share(s, TenantKeys.MEMORY_REQUEST, TierKeys.WEB_POD_MEMORY) + ", in whole Mi"),
          Map.entry(
              DerivedKeys.SITES,
              s ->
                  stated(s, TenantKeys.CUSTOM_DOMAINS)
                      + ", then "
                      + joined(s, TenantKeys.ID, FleetKeys.DOMAIN)),
          Map.entry(
              DerivedKeys.OPEN_WEBUI_HOST,
              s ->
                  "openwebui before the first of "
                      + stated(s, DerivedKeys.SITES)
                      + ", without www; none unless open_webui is dedicated and"
                      + " features.content_automation is on"),
          Map.entry(
              DerivedKeys.LOGIN_HOST,
              s ->
                  "auth before the first of "
                      + stated(s, DerivedKeys.SITES)
                      + ", without www; none without branding"),
          Map.entry(
              DerivedKeys.RETIRED_LOGINS, s -> "login hosts that were published and are gone"),
          Map.entry(
              DerivedKeys.FIRST_BACKUP,
              s -> "true until a backup of this backup.generation is published"),
          Map.entry(TenantKeys.ADMIN_USER, s -> stated(s, TenantKeys.ID) + " and -admin"),
          Map.entry(
              TenantKeys.CPU_LIMIT, s -> planned(s, TierKeys.LIMIT_CPU, TierKeys.DEFAULT_CPU)),
          Map.entry(
              TenantKeys.MEMORY_LIMIT,
              s -> planned(s, TierKeys.LIMIT_MEMORY, TierKeys.DEFAULT_MEMORY)),
          Map.entry(
              TenantKeys.STORAGE_SIZE,
              s -> planned(s, TierKeys.LIMIT_STORAGE, TierKeys.DEFAULT_STORAGE)),
          Map.entry(TenantKeys.DB_CORES, s -> stated(s, TierKeys.DATABASE_CORES)),
          Map.entry(TenantKeys.DB_RAM, s -> stated(s, TierKeys.DATABASE_RAM)),
          Map.entry(TenantKeys.DB_STORAGE, s -> stated(s, TierKeys.DATABASE_STORAGE)),
          Map.entry(
              TenantKeys.BACKUP_SCHEDULE,
              s ->
                  "nightly at 2; the minute is a hash of "
                      + stated(s, TenantKeys.ID)
                      + ", so that tenants spread over the hour"),
          Map.entry(FleetKeys.IDENTITY_HOST, s -> "auth before " + stated(s, FleetKeys.DOMAIN)),
          Map.entry(FleetKeys.OPEN_WEBUI_HOST, s -> "chat before " + stated(s, FleetKeys.DOMAIN)),
          Map.entry(FleetKeys.IDENTITY_TITLE, s -> stated(s, FleetKeys.NAME)),
          Map.entry(
              FleetKeys.PUBLISH_BRANCH,
              s -> "environment/ and the environment of the first cluster"),
          Map.entry(FleetKeys.AUTHOR_EMAIL, s -> "tenantsmith@ and " + stated(s, FleetKeys.DOMAIN)),
          Map.entry(
              MailKeys.PORT, s -> "465 for tls, 587 for starttls: " + stated(s, MailKeys.SECURITY)),
          Map.entry(BackupKeys.BUCKET, s -> stated(s, FleetKeys.NAME) + " and -backups"),
          Map.entry(BackupKeys.REGION, s -> stated(s, ClusterKeys.REGION)));

  private KeyFormulas() {}

  /** The words for a key that follows from others in these settings. */
  static String of(Key<?> key, Settings settings) {
    if (ImageKeys.IMAGES.contains(key)) {
      return settings.find(ImageKeys.REGISTRY).isPresent()
          ? "the tool's own version, by its name in images.registry"
          : "the tool's own version, where its maker publishes it; images.registry is not stated";
    }
    Function<Settings, String> words = WORDS.get(key);
    if (words == null) {
      throw new IllegalStateException("no words for " + key);
    }
    return words.apply(settings);
  }

  /** Whether there are words for a key. */
  static boolean has(Key<?> key) {
    return WORDS.containsKey(key) || ImageKeys.IMAGES.contains(key);
  }

  private static String maxPods(Settings settings) {
    long cpu = settings.get(TenantKeys.CPU_LIMIT).milli();
    long memory = settings.get(TenantKeys.MEMORY_LIMIT).count();
    return "the smallest of "
        + divided(settings, TenantKeys.CPU_LIMIT, TierKeys.WEB_POD_CPU)
        + (" = " + cpu / settings.get(TierKeys.WEB_POD_CPU).milli() + ", ")
        + divided(settings, TenantKeys.MEMORY_LIMIT, TierKeys.WEB_POD_MEMORY)
        + (" = " + memory / settings.get(TierKeys.WEB_POD_MEMORY).count() + " and ")
        + stated(settings, TierKeys.WEB_MAX_REPLICAS);
  }

  /** A stated sum is for all pods. */
  private static String share(Settings settings, Key<?> sum, Key<?> limit) {
    return settings.find(sum).isPresent()
        ? divided(settings, sum, DerivedKeys.MAX_PODS)
        : "half of " + stated(settings, limit) + ", since " + sum + " is not stated";
  }

  private static <T extends Comparable<T>> String planned(
      Settings settings, Key<Limit<T>> limit, Key<T> otherwise) {
    String all = "all of " + stated(settings, limit);
    return settings.get(limit).amount().isPresent()
        ? all
        : stated(settings, otherwise) + ", since " + stated(settings, limit);
  }

  private static String divided(Settings settings, Key<?> amount, Key<?> by) {
    return stated(settings, amount) + " / " + stated(settings, by);
  }

  private static String joined(Settings settings, Key<?> first, Key<?> second) {
    return stated(settings, first) + " before " + stated(settings, second);
  }

  /** A key and its value, for instance {@code web.pod_cpu 500m}. */
  private static String stated(Settings settings, Key<?> key) {
    String words = settings.find(key).map(setting -> ValueWords.of(setting.value())).orElse("none");
    return KeyNames.of(key) + " " + words;
  }
}
