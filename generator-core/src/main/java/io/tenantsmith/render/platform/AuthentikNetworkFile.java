package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import java.util.List;

/** Who may talk to Authentik and its database, and to whom they may talk. */
final class AuthentikNetworkFile implements PlatformFile {

  @Override
  public String path() {
    return "admin-apps/authentik/network.yaml";
  }

  @Override
  public List<HasMetadata> objects(Platform platform) {
    return List.of(server(platform), worker(platform), database(platform));
  }

  private static NetworkPolicy server(Platform platform) {
    NetworkPolicy policy = of(platform, "authentik-server", Part.AUTHENTIK_SERVER);
    policy.getSpec().setEgress(List.of(toDatabase(), NetworkPolicies.toInternet(platform)));
    policy
        .getSpec()
        .setIngress(
            List.of(
                NetworkPolicies.from(AuthentikServerFile.HTTP, Peers.gateway(platform)),
                NetworkPolicies.from(AuthentikServerFile.METRICS, Peers.prometheus(platform))));
    return policy;
  }

  private static NetworkPolicy worker(Platform platform) {
    NetworkPolicy policy = of(platform, "authentik-worker", Part.AUTHENTIK_WORKER);
    policy
        .getSpec()
        .setEgress(
            List.of(
                toDatabase(),
                NetworkPolicies.toApiServer(platform),
                NetworkPolicies.toInternet(platform),
                NetworkPolicies.toGateway(platform)));
    return policy;
  }

  private static NetworkPolicy database(Platform platform) {
    NetworkPolicy policy = of(platform, AuthentikDatabaseFile.NAME, Part.POSTGRESQL);
    policy
        .getSpec()
        .setIngress(
            List.of(
                NetworkPolicies.from(
                    AuthentikDatabaseFile.PORT,
                    Peers.pods(Part.AUTHENTIK_SERVER),
                    Peers.pods(Part.AUTHENTIK_WORKER))));
    return policy;
  }

  private static NetworkPolicyEgressRule toDatabase() {
    return NetworkPolicies.to(AuthentikDatabaseFile.PORT, List.of(Peers.pods(Part.POSTGRESQL)));
  }

  private static NetworkPolicy of(Platform platform, String name, Part part) {
    return NetworkPolicies.closed(platform, name, part.selector());
  }
}
