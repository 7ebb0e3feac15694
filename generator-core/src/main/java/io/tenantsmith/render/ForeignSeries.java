package io.tenantsmith.render;

import java.util.List;

/**
 * Series that rules and dashboards read and that nothing in the output makes Prometheus scrape or
 * record.
 *
 * @param prefix how their names begin, up to the first {@code _}
 * @param source who has them, for people
 */
public record ForeignSeries(String prefix, String source) {

  /** Labels of namespaces that rules read; kube-state-metrics shows none unless it is told. */
  public static final List<String> NAMESPACE_LABELS =
      List.of(
          "tenantsmith.io/backup-days",
          "tenantsmith.io/gateway",
          "tenantsmith.io/requests-per-day",
          "tenantsmith.io/state",
          "tenantsmith.io/tenant",
          "tenantsmith.io/tier");

  /** ConfigMap that says what kube-state-metrics shows of custom resources. */
  public static final String RESOURCE_STATE = "resource-state";

  /** Of the sync tool, which is one of two where there is any. */
  public static final ForeignSeries SYNC = new ForeignSeries("argocd", "Argo CD, where it is used");

  /** All others that rules read, sorted by prefix. */
  public static final List<ForeignSeries> ALL =
      List.of(
          new ForeignSeries("certmanager", "cert-manager"),
          new ForeignSeries("container", "the kubelets, `/metrics/cadvisor`, job `kubelet`"),
          new ForeignSeries("externalsecret", "external-secrets"),
          new ForeignSeries(
              "kube",
              "kube-state-metrics, job `kube-state-metrics`, `honorLabels: true`, with"
                  + " `--metric-labels-allowlist=namespaces=["
                  + String.join(",", NAMESPACE_LABELS)
                  + "]`: without these labels no alert of a tenant can ring"),
          new ForeignSeries("kubelet", "the kubelets, `/metrics`, job `kubelet`"),
          new ForeignSeries(
              "price",
              "nobody: a recording rule of your own, `price_per_unit` with label `item` (`cpu_hours`,"
                  + " `memory_gb_hours`, `storage_gb_hours`, `bandwidth_gb`), fills the panels of cost"),
          new ForeignSeries(
              "tenantsmith",
              "kube-state-metrics with `--custom-resource-state-config-file` on `config.yaml` of"
                  + " ConfigMap `"
                  + RESOURCE_STATE
                  + "`, and rights to list and watch what it names"),
          new ForeignSeries("velero", "Velero"));
}
