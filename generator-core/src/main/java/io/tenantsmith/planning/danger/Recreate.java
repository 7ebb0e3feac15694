package io.tenantsmith.planning.danger;

import io.tenantsmith.objects.ImmutableField;
import io.tenantsmith.plan.Danger;
import io.tenantsmith.plan.DangerKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An object is deleted and made again: by the sync tool, which is told to force a fixed field, or
 * because its workload becomes one of another kind.
 */
final class Recreate implements DangerRule {

  private static final Set<String> WORKLOADS =
      Set.of("Deployment", "StatefulSet", "DaemonSet", "CronJob", "Job", "Pod");

  @Override
  public void find(Comparison comparison, Consumer<Danger> report) {
    for (Pair pair : comparison.pairs()) {
      if (pair.isChanged() && isForced(pair)) {
        for (ImmutableField field : Immutable.refused(pair)) {
          report.accept(
              pair.danger(
                  DangerKind.RECREATE,
                  field.path(),
                  field.display()
                      + Immutable.values(pair, field)
                      + " is forced: the sync tool deletes it and makes it again"));
        }
      }
      if (pair.isRemoved() && WORKLOADS.contains(pair.name().kind())) {
        comparison.pairs().stream()
            .filter(other -> isOtherKind(pair, other))
            .forEach(
                other ->
                    report.accept(
                        other.danger(
                            DangerKind.RECREATE,
                            List.of("kind"),
                            pair.name().kind()
                                + " -> "
                                + other.name().kind()
                                + ": all pods are deleted and made again")));
      }
    }
  }

  private static boolean isOtherKind(Pair gone, Pair made) {
    return made.isAdded()
        && WORKLOADS.contains(made.name().kind())
        && !made.isOf(gone.name().kind())
        && made.name().name().equals(gone.name().name())
        && made.name().namespace().equals(gone.name().namespace());
  }

  /** Whether a sync tool is told to delete what it cannot change. */
  static boolean isForced(Pair pair) {
    var annotations = pair.after().at("metadata", "annotations");
    String flux = annotations.get("kustomize.toolkit.fluxcd.io/force").text();
    String argo = annotations.get("argocd.argoproj.io/sync-options").text();
    return flux.toLowerCase(Locale.ROOT).equals("enabled") || argo.contains("Force=true");
  }
}
