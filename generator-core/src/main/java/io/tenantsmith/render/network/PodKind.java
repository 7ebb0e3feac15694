package io.tenantsmith.render.network;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A kind of pods that policies tell apart.
 *
 * @param labels what they carry and no other pod does
 */
record PodKind(SortedMap<String, String> labels) {

  static final PodKind WEB = component("wordpress", "web");
  static final PodKind CRON = component("wordpress", "cron");
  static final PodKind INSTALL = component("wordpress", "install");
  static final PodKind DATABASE = database("database");
  static final PodKind BACKUP = database("database-backup");
  static final PodKind EXPORTER = database("database-exporter");
  static final PodKind CHAT = component("open-webui", "chat");
  static final PodKind PROXY = component("envoy", "proxy");
  static final PodKind PIPELINES = application("pipelines");
  static final PodKind DATABASE_OPERATOR = application("mariadb-operator");
  static final PodKind PROMETHEUS = application("prometheus");
  static final PodKind DNS = of(Map.of("k8s-app", "kube-dns"));
  static final PodKind SOLVER = of(Map.of("acme.cert-manager.io/http01-solver", "true"));

  private static final String NAMESPACE = "kubernetes.io/metadata.name";

  PodKind {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }

  /** Selects them in the object's own namespace. */
  LabelSelector selector() {
    return new LabelSelector(List.of(), labels);
  }

  /** Those in the policy's own namespace. */
  NetworkPolicyPeer here() {
    NetworkPolicyPeer peer = new NetworkPolicyPeer();
    peer.setPodSelector(selector());
    return peer;
  }

  /** Those in one other namespace, by the label that the API server itself sets. */
  NetworkPolicyPeer in(String namespace) {
    NetworkPolicyPeer peer = here();
    peer.setNamespaceSelector(new LabelSelector(List.of(), Map.of(NAMESPACE, namespace)));
    return peer;
  }

  private static PodKind component(String name, String component) {
    return of(Map.of("app.kubernetes.io/name", name, "app.kubernetes.io/component", component));
  }

  private static PodKind application(String name) {
    return of(Map.of("app.kubernetes.io/name", name));
  }

  private static PodKind database(String component) {
    return of(Map.of("tenantsmith.io/component", component));
  }

  private static PodKind of(Map<String, String> labels) {
    return new PodKind(new TreeMap<>(labels));
  }
}
