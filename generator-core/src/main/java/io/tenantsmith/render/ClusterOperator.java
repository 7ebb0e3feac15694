package io.tenantsmith.render;

import io.tenantsmith.model.BackupStore;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.FleetServices;
import java.util.List;

/**
 * What a cluster must bring because the rendered objects are of its APIs, and how it must be set.
 *
 * @param name what it is called
 * @param apis groups whose objects are rendered, or that are asked by objects of Kubernetes' own
 * @param settings how it must be set, for people
 */
public record ClusterOperator(String name, List<String> apis, String settings) {

  /** Copies the list. */
  public ClusterOperator {
    apis = List.copyOf(apis);
  }

  /** All that the platform and the tenants of a cluster need, but for the sync tool. */
  public static List<ClusterOperator> of(Fleet fleet, Cluster cluster) {
    return List.of(
        new ClusterOperator(
            "Gateway API 1.6 and Envoy Gateway",
            List.of("gateway.networking.k8s.io", "gateway.envoyproxy.io"),
            "class `"
                + cluster.gateway().className().value()
                + "` without `mergeGateways`, since policies name the proxies of one Gateway; proxies"
                + " see the addresses of clients, else all share one limit"),
        new ClusterOperator(
            "cert-manager",
            List.of("cert-manager.io"),
            "`enableGatewayAPI: true`, without which no certificate is ever issued"),
        new ClusterOperator(
            "external-secrets",
            List.of("external-secrets.io", "generators.external-secrets.io"),
            "version 2 or newer, for `secretKeys` of a generator"),
        new ClusterOperator(
            "mariadb-operator",
            List.of("k8s.mariadb.com"),
            "in namespace `"
                + ForeignPods.OPERATOR_NAMESPACE
                + "` with service account `"
                + ForeignPods.OPERATOR_ACCOUNT
                + "`, which alone may replace the volume of a replica; the node of a database has room for"
                + " the Job of its backup, which runs nowhere else"),
        monitoring(fleet.services().monitoring()),
        new ClusterOperator(
            "metrics-server",
            List.of("metrics.k8s.io"),
            "without it no site gets more than its smallest number of pods"),
        velero(cluster.backup(), fleet.services().secrets().asksForVault()));
  }

  private static ClusterOperator monitoring(FleetServices.Monitoring monitoring) {
    return new ClusterOperator(
        "prometheus-operator, kube-state-metrics and Grafana",
        List.of("monitoring.coreos.com"),
        "in namespace `"
            + monitoring.namespace()
            + "`; rules and monitors with label `release: "
            + monitoring.release()
            + "`, monitors of this namespace for pods of all; where there is an `enforcedNamespaceLabel`,"
            + " the rules of this namespace among `excludedFromEnforcement`; Grafana's data source"
            + " `prometheus`, its sidecar with `searchNamespace: ALL`, `folderAnnotation: grafana_folder` and `foldersFromFilesStructure`");
  }

  private static ClusterOperator velero(BackupStore backup, boolean inVault) {
    return new ClusterOperator(
        "Velero",
        List.of("velero.io"),
        "in namespace `"
            + backup.veleroNamespace()
            + "` with CSI, backup location `"
            + backup.veleroLocation()
            + "`; label `velero.io/csi-volumesnapshot-class: \"true\"` at the snapshot class. A bucket of its own,"
            + " encrypted by the store with a key of yours, since Velero encrypts no objects, and a"
            + " Secret `velero-repo-credentials` of your own there, since all have the same password"
            + " otherwise"
            + (inVault
                ? ""
                : "; the bucket holds the only copy of tenants' Secrets, with the keys of their backups"));
  }
}
