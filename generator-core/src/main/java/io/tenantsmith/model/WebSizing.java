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
    int most = (int) Math.min(Math.min(byCpu, byMemory), settings.get(TierKeys.WEB_MAX_REPLICAS));
    if (most < 1) {
      return null;
    }
    int fewest = Math.min(settings.get(TierKeys.WEB_MIN_REPLICAS), most);
    return new WebPlan(
            fewest,
            most,
            cpuRequest(settings, podCpu, most),
            podCpu,
            memoryRequest(settings, podMemory, most),
            podMemory);
  }

  private static Cpu cpuRequest(Settings settings, Cpu podCpu, int most) {
    return settings
        .find(TenantKeys.CPU_REQUEST)
        .map(sum -> new Cpu(sum.value().milli() / most))
        .orElse(new Cpu(podCpu.milli() / 2));
  }

  private static Bytes memoryRequest(Settings settings, Bytes podMemory, int most) {
    long bytes =
        settings
            .find(TenantKeys.MEMORY_REQUEST)
            .map(sum -> sum.value().count() / most)
            .orElse(podMemory.count() / 2);
    return new Bytes(bytes / Bytes.MI * Bytes.MI);
  }
}
