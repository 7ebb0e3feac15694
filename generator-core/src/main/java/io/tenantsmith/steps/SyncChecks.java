package io.tenantsmith.steps;

import io.tenantsmith.engine.StepPlan.Check;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.SyncTool;
import io.tenantsmith.model.TenantState;
import io.tenantsmith.render.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How to see in the cluster that a tenant's last step has arrived there. */
record SyncChecks(Passage passage) {

  /** Whether the published state is what the cluster has. */
  List<Check> ofLastStep() {
    TenantState from = passage.before().state();
    if (from == TenantState.ERASED) {
      // A repair is made where the namespace is not gone.
      return passage.now() == null ? List.of(absent()) : List.of();
    }
    return List.of(
        new Check(
            "the cluster has taken the published state",
            namespace("labels", "state"),
            from.label()));
  }

  /** Whether the namespace is gone. */
  Check absent() {
    return new Check(
        "the namespace is gone", "kubectl get namespace " + passage.namespace(), "NotFound");
  }

  /** What the namespace has at a label or annotation of ours. */
  String namespace(String where, String name) {
    String key = (Labels.PREFIX + name).replace(".", "\\.");
    return String.format(
        Locale.ROOT,
        "kubectl get namespace %s -o jsonpath='{.metadata.%s.%s}'",
        passage.namespace(),
        where,
        key);
  }

  /** Whether the sync tool has applied the commit that published the state before. */
  List<Check> applied() {
    String name = "tenant-" + passage.id();
    String expect =
        passage
            .published()
            .map(commit -> commit + ", which published erasing, or a later commit")
            .orElse("a commit not older than the one that published erasing, not known here");
    SyncTool tool = passage.cluster().map(Cluster::sync).orElse(SyncTool.BOTH);
    List<Check> checks = new ArrayList<>();
    if (tool.includes(SyncTool.FLUX)) {
      checks.add(
          new Check(
              "Flux has applied it",
              "kubectl -n flux-system get kustomization "
                  + name
                  + " -o jsonpath='{.status.lastAppliedRevision}'",
              expect));
    }
    if (tool.includes(SyncTool.ARGOCD)) {
      checks.add(new Check("Argo CD has applied it", "argocd app get " + name, expect));
    }
    return checks;
  }
}
