package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.Cpu;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.WebPlan;
import java.util.function.Consumer;

/**
 * No request is above its limit, for the plan as well as for one pod, and none is too small to run.
 */
final class RequestRule implements TenantRule {

  private static final Cpu MIN_CPU = new Cpu(10);
  private static final Bytes MIN_MEMORY = Bytes.ofMebi(16);

  @Override
  public void judge(EffectiveTenant tenant, Resolution resolution, Consumer<Diagnostic> report) {
    if (tenant.tierSettings().isEmpty()) {
      return;
    }
    boolean cpu = sum(tenant, TenantKeys.CPU_REQUEST, TenantKeys.CPU_LIMIT, report);
    boolean memory = sum(tenant, TenantKeys.MEMORY_REQUEST, TenantKeys.MEMORY_LIMIT, report);
    WebPlan web = tenant.webPlan().orElse(null);
    if (web == null) {
      return;
    }
    if (cpu) {
      pod(
          tenant,
          TenantKeys.CPU_REQUEST,
          new Pod<>(web.cpuRequest(), MIN_CPU, web.cpuLimit(), web),
          report);
    }
    if (memory) {
      pod(
          tenant,
          TenantKeys.MEMORY_REQUEST,
          new Pod<>(web.memoryRequest(), MIN_MEMORY, web.memoryLimit(), web),
          report);
    }
  }

  /** Whether there is a request that can be checked further. */
  private static <T extends Comparable<T>> boolean sum(
      EffectiveTenant tenant, Key<T> request, Key<T> limit, Consumer<Diagnostic> report) {
    Sourced<T> stated = tenant.tenant().values().get(request).orElse(null);
    if (stated == null) {
      return false;
    }
    Setting<T> max = tenant.settings().setting(limit);
    boolean above = stated.value().compareTo(max.value()) > 0;
    if (above) {
      report.accept(
          Diagnostic.error(
                  Code.TEN217,
                  stated.range(),
                  request.path() + " " + stated.value() + " is above its limit of " + max.value())
              .withRelated("the limit is at", max.origin().range())
              .withHint("write at most " + max.value() + ", or raise the limit"));
    }
    return !above;
  }

  private static <T extends Comparable<T>> void pod(
      EffectiveTenant tenant, Key<T> request, Pod<T> pod, Consumer<Diagnostic> report) {
    boolean above = pod.request.compareTo(pod.limit) > 0;
    if (above || pod.request.compareTo(pod.min) < 0) {
      Sourced<T> stated = tenant.tenant().values().get(request).orElseThrow();
      report.accept(
          Diagnostic.error(
                  Code.TEN217,
                  stated.range(),
                  request.path()
                      + " "
                      + stated.value()
                      + " over "
                      + pod.web.maxReplicas()
                      + " pods gives one "
                      + pod.request)
              .withHint(
                  "one pod may request "
                      + pod.min
                      + " to "
                      + pod.limit
                      + "; the sum is that times "
                      + pod.web.maxReplicas()));
    }
  }

  private record Pod<T>(T request, T min, T limit, WebPlan web) {}
}
