package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import io.tenantsmith.render.network.PublicInternet;
import java.util.List;

/** Makes network policies of the shared applications. */
final class NetworkPolicies {

  private NetworkPolicies() {}

  /** A policy without rules for some pods: they may neither be talked to nor talk. */
  static NetworkPolicy closed(Platform platform, String name, LabelSelector pods) {
    NetworkPolicySpec spec = new NetworkPolicySpec();
    spec.setPodSelector(pods);
    spec.setPolicyTypes(List.of("Ingress", "Egress"));
    NetworkPolicy policy = new NetworkPolicy();
    policy.setMetadata(platform.metadata(name));
    policy.setSpec(spec);
    return policy;
  }

  /** Lets pods talk to peers. */
  static NetworkPolicyEgressRule to(int port, List<NetworkPolicyPeer> peers) {
    return to(List.of(port("TCP", port)), peers);
  }

  /** Lets pods talk to peers on several ports. */
  static NetworkPolicyEgressRule to(List<NetworkPolicyPort> ports, List<NetworkPolicyPeer> peers) {
    NetworkPolicyEgressRule rule = new NetworkPolicyEgressRule();
    rule.setPorts(ports);
    rule.setTo(peers);
    return rule;
  }

  /** Lets pods talk to HTTPS servers of the whole public internet. */
  static NetworkPolicyEgressRule toInternet(Platform platform) {
    return to(443, new PublicInternet(platform.cluster().network()).bothVersions());
  }

  /**
   * Lets pods talk to hosts of the platform by their public names: they resolve to the gateway's
   * proxies, which listen on this port inside.
   */
  static NetworkPolicyEgressRule toGateway(Platform platform) {
    return to(10_443, List.of(Peers.gateway(platform)));
  }

  /** Lets pods talk to the API server. */
  static NetworkPolicyEgressRule toApiServer(Platform platform) {
    return to(platform.cluster().network().apiServerPort(), Peers.apiServer(platform));
  }

  /** Lets peers talk to the pods. */
  static NetworkPolicyIngressRule from(int port, NetworkPolicyPeer... peers) {
    NetworkPolicyIngressRule rule = new NetworkPolicyIngressRule();
    rule.setPorts(List.of(port("TCP", port)));
    rule.setFrom(List.of(peers));
    return rule;
  }

  static NetworkPolicyPort port(String protocol, int number) {
    NetworkPolicyPort port = new NetworkPolicyPort();
    port.setProtocol(protocol);
    port.setPort(new IntOrString(number));
    return port;
  }
}
