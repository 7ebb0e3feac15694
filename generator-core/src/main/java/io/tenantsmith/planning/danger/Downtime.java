package io.tenantsmith.planning.danger;

import io.tenantsmith.plan.Danger;
import io.tenantsmith.plan.DangerKind;
import java.util.List;
import java.util.function.Consumer;

/** There is a time in which nothing answers: a restart without a second pod, or none at all. */
final class Downtime implements DangerRule {

  @Override
  public void find(Comparison comparison, Consumer<Danger> report) {
    Rollout.of(comparison)
        .filter(Rollout::gap)
        .forEach(
            rollout ->
                report.accept(
                    rollout.pair().danger(DangerKind.DOWNTIME, rollout.path(), rollout.text())));
    for (Pair pair : comparison.pairs("Deployment", "StatefulSet", "MariaDB")) {
      if (pair.isChanged()) {
        int old = Rollout.least(pair, pair.before(), comparison.before());
        int now = Rollout.least(pair, pair.after(), comparison.after());
        if (old > 0 && now == 0) {
          report.accept(
              pair.danger(
                  DangerKind.DOWNTIME,
                  List.of("spec", "replicas"),
                  Count.of(old, "pod") + " -> 0: nothing answers until that is changed"));
        }
      }
    }
  }
}
