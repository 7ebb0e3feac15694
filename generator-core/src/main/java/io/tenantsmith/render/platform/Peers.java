package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.tenantsmith.render.Labels;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whom pods of the shared applications may talk to. */
final class Peers {

  private static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

  private Peers() {}

  /** Pods beside it. */
  static NetworkPolicyPeer pods(Part part) {
    NetworkPolicyPeer peer = new NetworkPolicyPeer();
    peer.setPodSelector(part.selector());
    return peer;
  }

  /** The proxies of the shared Gateway. */
  static NetworkPolicyPeer gateway(Platform platform) {
    NetworkPolicyPeer peer = pods(Part.GATEWAY_PROXY);
    peer.setNamespaceSelector(
        labelled(NAMESPACE_NAME, platform.cluster().gateway().proxyNamespace()));
    return peer;
  }

  /** The Prometheus that watches tenants. */
  static NetworkPolicyPeer prometheus(Platform platform) {
    return in(
        platform.fleet().services().monitoring().namespace(), labelled(Part.NAME, "prometheus"));
  }

  /** The cluster's name server. */
  static NetworkPolicyPeer dns() {
    return in("kube-system", labelled("k8s-app", "kube-dns"));
  }

  /** WordPress of every tenant. */
  static NetworkPolicyPeer sites() {
    LabelSelectorRequirement isTenant = new LabelSelectorRequirement();
    isTenant.setKey(Labels.PREFIX + "tenant");
    isTenant.setOperator("Exists");
    LabelSelector namespaces = new LabelSelector();
    namespaces.setMatchExpressions(List.of(isTenant));
    NetworkPolicyPeer peer = pods(Part.WORDPRESS);
    peer.setNamespaceSelector(namespaces);
    return peer;
  }

  /** The API server: its addresses, since it is no pod. */
  static List<NetworkPolicyPeer> apiServer(Platform platform) {
    return platform.cluster().network().apiServerCidrs().stream()
        .map(range -> block(range, List.of()))
        .toList();
  }

  static NetworkPolicyPeer block(String range, List<String> except) {
    IPBlock block = new IPBlock();
    block.setCidr(range);
    block.setExcept(except);
    NetworkPolicyPeer peer = new NetworkPolicyPeer();
    peer.setIpBlock(block);
    return peer;
  }

  private static NetworkPolicyPeer in(String namespace, LabelSelector pods) {
    NetworkPolicyPeer peer = new NetworkPolicyPeer();
    peer.setNamespaceSelector(labelled(NAMESPACE_NAME, namespace));
    peer.setPodSelector(pods);
    return peer;
  }

  private static LabelSelector labelled(String label, String value) {
    LabelSelector selector = new LabelSelector();
    selector.setMatchLabels(new TreeMap<>(Map.of(label, value)));
    return selector;
  }
}
