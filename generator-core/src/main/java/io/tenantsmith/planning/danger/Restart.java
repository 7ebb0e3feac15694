package io.tenantsmith.planning.danger;

import io.tenantsmith.plan.Danger;
import io.tenantsmith.plan.DangerKind;
import java.util.function.Consumer;

/** Pods are replaced while others answer; where none does, it is a {@link Downtime}. */
final class Restart implements DangerRule {

  @Override
  public void find(Comparison comparison, Consumer<Danger> report) {
    Rollout.of(comparison)
        .filter(rollout -> !rollout.gap())
        .forEach(
            rollout ->
                report.accept(
                    rollout.pair().danger(DangerKind.RESTART, rollout.path(), rollout.text())));
  }
}
