package io.tenantsmith.model;

import org.jspecify.annotations.Nullable;

/** How many web pods a plan holds and what each asks for. */
final class WebSizing {

  private WebSizing() {}

  /** Null if the tier is unknown or the plan is below one pod. */
  static @Nullable WebPlan plan(Settings settings) {
    if (settings.find(TierKeys.WEB_POD_CPU).isEmpty()) {
      return null;
    }
    Cpu podCpu = settings.get(TierKeys.WEB_POD_CPU);
    Bytes podMemory = settings.get(TierKeys.WEB_POD_MEMORY);
    long byCpu = settings.get(TenantKeys.CPU_LIMIT).milli() / podCpu.milli();
    long byMemory = settings.get(TenantKeys.MEMORY_LIMIT).count() / podMemory.count();
    int max = (int) Math.min(Math.min(byCpu, byMemory), settings.get(TierKeys.WEB_MAX_REPLICAS));
    if (max < 1) {
      return null;
    }
    int min = Math.min(settings.get(TierKeys.WEB_MIN_REPLICAS), max);
    return new WebPlan(
            min,
            max,
            cpuRequest(settings, podCpu, max),
            podCpu,
            memoryRequest(settings, podMemory, max),
            podMemory);
  }

  private static Cpu cpuRequest(Settings settings, Cpu podCpu, int max) {
    return settings
        .find(TenantKeys.CPU_REQUEST)
        .map(sum -> new Cpu(sum.value().milli() / max))
        .orElse(new Cpu(podCpu.milli() / 2));
  }

  private static Bytes memoryRequest(Settings settings, Bytes podMemory, int max) {
    long bytes =
        settings
            .find(TenantKeys.MEMORY_REQUEST)
            .map(sum -> sum.value().count() / max)
            .orElse(podMemory.count() / 2);
    return new Bytes(bytes / Bytes.MI * Bytes.MI);
  }
}
