package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.Limit;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.Settings;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.model.WebPlan;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/** A tier's numbers fit each other: its smallest site fits its plan. */
final class TierNumbersRule implements Rule {

  private static final Bytes MIN_POD_MEMORY = WebPlan.smallestPod();

  @Override
  public void judge(Resolution resolution, Consumer<Diagnostic> report) {
    Set<Diagnostic> found = new LinkedHashSet<>();
    resolution.tierForms().forEach(tier -> judge(tier, found::add));
    found.forEach(report);
  }

  private static void judge(Settings tier, Consumer<Diagnostic> report) {
    atMost(tier, TierKeys.WEB_MIN_REPLICAS, tier.setting(TierKeys.WEB_MAX_REPLICAS), report);
    within(tier, TierKeys.WEB_POD_CPU, TierKeys.LIMIT_CPU, report);
    within(tier, TierKeys.WEB_POD_MEMORY, TierKeys.LIMIT_MEMORY, report);
    Setting<Bytes> pod = tier.setting(TierKeys.WEB_POD_MEMORY);
    if (pod.value().compareTo(MIN_POD_MEMORY) < 0) {
      report.accept(
          Diagnostic.error(
                  Code.TIR306,
                  pod.origin().range(),
                  "web.pod_memory " + pod.value() + " holds no Apache worker")
              .withHint("write at least " + MIN_POD_MEMORY));
    }
  }

  private static <T extends Comparable<T>> void within(
      Settings tier, Key<T> part, Key<Limit<T>> whole, Consumer<Diagnostic> report) {
    Setting<Limit<T>> limit = tier.setting(whole);
    limit
        .value()
        .amount()
        .ifPresent(amount -> atMost(tier, part, Setting.of(amount, limit.origin()), report));
  }

  private static <T extends Comparable<T>> void atMost(
      Settings tier, Key<T> part, Setting<T> max, Consumer<Diagnostic> report) {
    Setting<T> stated = tier.setting(part);
    if (stated.value().compareTo(max.value()) > 0) {
      report.accept(
          Diagnostic.error(
                  Code.TIR306,
                  stated.origin().range(),
                  part.path() + " " + stated.value() + " is more than the tier has, " + max.value())
              .withRelated("the other number is at", max.origin().range())
              .withHint("write at most " + max.value() + ", or raise the other"));
    }
  }
}
