package io.tenantsmith.render;

import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Pods that the cluster brings and that network policies select: which, by which labels, and why.
 * The one list of them: README.md tells people of these, and the inspection lets policies name no
 * others.
 *
 * @param namespace their namespace
 * @param labels all that select them
 * @param what who they are, for people
 */
public record ForeignPods(String namespace, Map<String, String> labels, String what) {

  /** Namespace of mariadb-operator; its own tools take no other either. */
  public static final String OPERATOR_NAMESPACE = "mariadb-system";

  /** Account of mariadb-operator, which may replace the volume of a replica. */
  public static final String OPERATOR_ACCOUNT = "mariadb-operator";

  private static final String NAME = "app.kubernetes.io/name";
  private static final String OWNER = "gateway.envoyproxy.io/owning-gateway-";

  /** Sorts the labels. */
  public ForeignPods {
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
  }

  /** All of a cluster. */
  public static List<ForeignPods> of(Fleet fleet, Cluster cluster) {
    List<ForeignPods> all = new ArrayList<>();
    Cluster.Gateway gateway = cluster.gateway();
    all.add(
        new ForeignPods(
            gateway.proxyNamespace(),
            Map.of(
                NAME,
                "envoy",
                "app.kubernetes.io/component",
                "proxy",
                OWNER + "name",
                gateway.name(),
                OWNER + "namespace",
                gateway.namespace()),
            "proxies of the Gateway"));
    if (cluster.dns().byPods()) {
      all.add(new ForeignPods(cluster.dns().namespace(), cluster.dns().labels(), "name servers"));
    }
    all.add(
        new ForeignPods(
            fleet.services().monitoring().namespace(), Map.of(NAME, "prometheus"), "Prometheus"));
    all.add(
        new ForeignPods(OPERATOR_NAMESPACE, Map.of(NAME, "mariadb-operator"), "mariadb-operator"));
    return List.copyOf(all);
  }

  /** The labels as they are written for kubectl. */
  public String selector() {
    List<String> pairs = new ArrayList<>();
    labels.forEach((label, value) -> pairs.add(label + "=" + value));
    return String.join(",", pairs);
  }
}
