package io.tenantsmith.model;

import org.jspecify.annotations.Nullable;

/** How many web pods a plan has room for and what each requests; null if there is room for none. */
final class WebSizing {

  private WebSizing() {}

  /** As many as fit into the plan's limits, but not more than the tier has. */
  static @Nullable Integer maxPods(Settings settings) {
    if (settings.find(TierKeys.WEB_POD_CPU).isEmpty()) {
      return null;
    }
    long fitting = Math.min(byCpu(settings), byMemory(settings));
    int max = (int) Math.min(fitting, settings.get(TierKeys.WEB_MAX_REPLICAS));
    return max < 1 ? null : max;
  }

  /** The key that decides {@link #maxPods}. */
  static Key<?> decidesMaxPods(Settings settings) {
    long max = settings.get(TierKeys.WEB_MAX_REPLICAS);
    if (max < byCpu(settings) && max < byMemory(settings)) {
      return TierKeys.WEB_MAX_REPLICAS;
    }
    return byCpu(settings) <= byMemory(settings) ? TenantKeys.CPU_LIMIT : TenantKeys.MEMORY_LIMIT;
  }

  /** The key that decides {@link #minPods}. */
  static Key<?> decidesMinPods(Settings settings) {
    boolean isLess = settings.get(TierKeys.WEB_MIN_REPLICAS) < settings.get(DerivedKeys.MAX_PODS);
    return isLess ? TierKeys.WEB_MIN_REPLICAS : DerivedKeys.MAX_PODS;
  }

  /** The key that decides {@link #podCpuRequest}. */
  static Key<?> decidesCpuRequest(Settings settings) {
    return settings.find(TenantKeys.CPU_REQUEST).isPresent()
        ? TenantKeys.CPU_REQUEST
        : TierKeys.WEB_POD_CPU;
  }

  /** The key that decides {@link #podMemoryRequest}. */
  static Key<?> decidesMemoryRequest(Settings settings) {
    return settings.find(TenantKeys.MEMORY_REQUEST).isPresent()
        ? TenantKeys.MEMORY_REQUEST
        : TierKeys.WEB_POD_MEMORY;
  }

  private static long byCpu(Settings settings) {
    return settings.get(TenantKeys.CPU_LIMIT).milli() / settings.get(TierKeys.WEB_POD_CPU).milli();
  }

  private static long byMemory(Settings settings) {
    return settings.get(TenantKeys.MEMORY_LIMIT).count()
        / settings.get(TierKeys.WEB_POD_MEMORY).count();
  }

  static @Nullable Integer minPods(Settings settings) {
    return settings
        .value(DerivedKeys.MAX_PODS)
        .map(max -> Math.min(settings.get(TierKeys.WEB_MIN_REPLICAS), max))
        .orElse(null);
  }

  /** The request of one pod; a stated sum is for all pods. */
  static @Nullable Cpu podCpuRequest(Settings settings) {
    Cpu sum = settings.value(TenantKeys.CPU_REQUEST).orElse(null);
    if (sum == null) {
      return settings
          .value(TierKeys.WEB_POD_CPU)
          .map(limit -> new Cpu(limit.milli() / 2))
          .orElse(null);
    }
    return settings.value(DerivedKeys.MAX_PODS).map(max -> new Cpu(sum.milli() / max)).orElse(null);
  }

  /** The request of one pod; a stated sum is for all pods. */
  static @Nullable Bytes podMemoryRequest(Settings settings) {
    Bytes sum = settings.value(TenantKeys.MEMORY_REQUEST).orElse(null);
    if (sum == null) {
      return settings
          .value(TierKeys.WEB_POD_MEMORY)
          .map(limit -> wholeMebi(limit.count() / 2))
          .orElse(null);
    }
    return settings
        .value(DerivedKeys.MAX_PODS)
        .map(max -> wholeMebi(sum.count() / max))
        .orElse(null);
  }

  private static Bytes wholeMebi(long bytes) {
    return new Bytes(bytes / Bytes.MI * Bytes.MI);
  }
}
