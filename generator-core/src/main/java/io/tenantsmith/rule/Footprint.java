package io.tenantsmith.rule;

import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.OpenWebUiKind;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Settings;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.model.WebPlan;
import java.util.List;
import java.util.Optional;

/**
 * What a tenant requests at its peak, as its quota is computed: known before anything is rendered,
 * so that {@code validate} can compare thousands of tenants with their cluster. A test holds it
 * equal to the demand of what is rendered.
 */
public final class Footprint {

  /** The surge of a rollout and the pod that still stops. */
  private static final int WEB_PODS_MORE = 2;

  /** Staging volumes of the nightly backup and of a restore, each as large as the database. */
  private static final int STAGING = 2;

  private static final Amount AGENT = new Amount(200, 256);
  private static final Amount SOLVER = new Amount(10, 64);
  private static final Amount OPEN_WEBUI = new Amount(500, 1024);
  private static final long OPEN_WEBUI_STORAGE = 10 * Bytes.GI;

  /** Two exporters in a rollout, a backup, a restore, WordPress' cron and its install job. */
  private static final List<Amount> ALWAYS =
      List.of(
          new Amount(50, 64),
          new Amount(50, 64),
          new Amount(200, 512),
          new Amount(200, 512),
          new Amount(10, 32),
          new Amount(100, 256));

  private Footprint() {}

  /** In thousandths of a core. */
  public static long cpu(EffectiveTenant tenant) {
    Settings s = tenant.settings();
    int instances = s.get(TierKeys.DATABASE_INSTANCES);
    return webPods(tenant) * tenant.webPlan().map(web -> web.cpuRequest().milli()).orElse(0L)
        + instances * s.get(TenantKeys.DB_CORES).milli()
        + ALWAYS.stream().mapToLong(Amount::milli).sum()
        + agents(instances) * AGENT.milli
        + certificates(tenant) * SOLVER.milli
        + (hasOpenWebUi(s) ? OPEN_WEBUI.milli : 0);
  }

  /** In bytes. */
  public static long memory(EffectiveTenant tenant) {
    Settings s = tenant.settings();
    int instances = s.get(TierKeys.DATABASE_INSTANCES);
    return webPods(tenant) * tenant.webPlan().map(web -> web.memoryRequest().count()).orElse(0L)
        + instances * s.get(TenantKeys.DB_RAM).count()
        + ALWAYS.stream().mapToLong(Amount::bytes).sum()
        + agents(instances) * AGENT.bytes()
        + certificates(tenant) * SOLVER.bytes()
        + (hasOpenWebUi(s) ? OPEN_WEBUI.bytes() : 0);
  }

  /** In bytes. */
  public static long storage(EffectiveTenant tenant) {
    Settings s = tenant.settings();
    return s.get(TenantKeys.STORAGE_SIZE).count()
        + (s.get(TierKeys.DATABASE_INSTANCES) + STAGING) * s.get(TenantKeys.DB_STORAGE).count()
        + (hasOpenWebUi(s) ? OPEN_WEBUI_STORAGE : 0);
  }

  private static long webPods(EffectiveTenant tenant) {
    return tenant.webPlan().map(WebPlan::maxReplicas).map(max -> max + WEB_PODS_MORE).orElse(0);
  }

  /** One beside each instance, only where there are replicas. */
  private static long agents(int instances) {
    return instances > 1 ? instances : 0;
  }

  /** One for each host but the platform's own, whose certificate is the wildcard. */
  private static long certificates(EffectiveTenant tenant) {
    Optional<ResolvedTenant.Hosts> hosts = tenant.hostNames();
    return hosts.map(names -> names.all().size() - 1L).orElse(0L);
  }

  private static boolean hasOpenWebUi(Settings settings) {
    return settings.get(TenantKeys.CONTENT_AUTOMATION)
        && settings.get(TierKeys.OPEN_WEBUI) == OpenWebUiKind.DEDICATED;
  }

  /** What one container requests. */
  private record Amount(long milli, long mebi) {

    long bytes() {
      return mebi * Bytes.MI;
    }
  }
}
