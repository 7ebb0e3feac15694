package io.tenantsmith.render.network;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What may reach some pods and what they may reach, in ports of pods, not of Services. A rule
 * without peers or ports would mean everybody or everything, so such a rule is left out.
 */
final class PodPolicy {

  private final String name;
  private final LabelSelector pods;
  private final List<NetworkPolicyIngressRule> ingress = new ArrayList<>();
  private final List<NetworkPolicyEgressRule> egress = new ArrayList<>();

  /** A policy of some pods. */
  PodPolicy(String name, LabelSelector pods) {
    this.name = name;
    this.pods = pods;
  }

  /** Lets peers in on TCP ports. */
  PodPolicy from(List<NetworkPolicyPeer> peers, int... tcp) {
    if (!peers.isEmpty() && tcp.length > 0) {
      ingress.add(new NetworkPolicyIngressRule(peers, ports(tcp)));
    }
    return this;
  }

  /** Lets the pods out to TCP ports of peers. */
  PodPolicy to(List<NetworkPolicyPeer> peers, int... tcp) {
    return to(peers, ports(tcp));
  }

  /** Lets the pods out to ports of peers. */
  PodPolicy to(List<NetworkPolicyPeer> peers, List<NetworkPolicyPort> ports) {
    if (!peers.isEmpty() && !ports.isEmpty()) {
      egress.add(new NetworkPolicyEgressRule(ports, peers));
    }
    return this;
  }

  /** The object; what the named directions do not allow is forbidden. */
  NetworkPolicy object(ObjectMeta metadata, String... directions) {
    NetworkPolicySpec spec = new NetworkPolicySpec();
    spec.setPodSelector(pods);
    spec.setPolicyTypes(List.of(directions));
    spec.setIngress(ingress);
    spec.setEgress(egress);
    metadata.setName(name);
    NetworkPolicy policy = new NetworkPolicy();
    policy.setMetadata(metadata);
    policy.setSpec(spec);
    return policy;
  }

  /** One port of one protocol. */
  static NetworkPolicyPort port(String protocol, int number) {
    NetworkPolicyPort port = new NetworkPolicyPort();
    port.setProtocol(protocol);
    port.setPort(new IntOrString(number));
    return port;
  }

  private static List<NetworkPolicyPort> ports(int... tcp) {
    return IntStream.of(tcp).mapToObj(number -> port("TCP", number)).toList();
  }
}
