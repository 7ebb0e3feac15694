package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;

/** The floor of the shared applications: nobody talks to anybody, all may ask for names. */
final class FloorNetworkFile implements PlatformFile {

  private static final int DNS = 53;

  @Override
  public String path() {
    return "admin-apps/network.yaml";
  }

  @Override
  public List<HasMetadata> objects(Platform platform) {
    return List.of(
        NetworkPolicies.closed(platform, "default-deny", new LabelSelector()), dns(platform));
  }

  private static NetworkPolicy dns(Platform platform) {
    NetworkPolicy policy = NetworkPolicies.closed(platform, "allow-dns", new LabelSelector());
    policy.getSpec().setPolicyTypes(List.of("Egress"));
    policy
        .getSpec()
        .setEgress(
            List.of(
                NetworkPolicies.to(
                    List.of(NetworkPolicies.port("UDP", DNS), NetworkPolicies.port("TCP", DNS)),
                    List.of(Peers.dns()))));
    return policy;
  }
}
