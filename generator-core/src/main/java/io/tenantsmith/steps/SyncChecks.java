package io.tenantsmith.steps;

import io.tenantsmith.engine.StepPlan.Check;
import io.tenantsmith.model.SyncTool;
import io.tenantsmith.model.TenantState;
import io.tenantsmith.render.Labels;
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

  /** Which commit the sync tool has applied last. */
  String appliedCommit() {
    String name = "tenant-" + passage.id();
    SyncTool tool = passage.cluster().map(cluster -> cluster.sync()).orElse(SyncTool.FLUX);
    return tool == SyncTool.ARGOCD
        ? "argocd app get " + name
        : "kubectl -n flux-system get kustomization "
            + name
            + " -o jsonpath='{.status.lastAppliedRevision}'";
  }
}
