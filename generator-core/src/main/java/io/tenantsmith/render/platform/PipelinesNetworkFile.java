package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;

/** Who may talk to the Pipelines, and to whom they may talk: they write to tenants' sites. */
final class PipelinesNetworkFile implements PlatformFile {

  private static final int SITE_PORT = 8080;

  @Override
  public String path() {
    return "admin-apps/pipelines/network.yaml";
  }

  @Override
  public List<HasMetadata> objects(Platform platform) {
    NetworkPolicy policy =
        NetworkPolicies.closed(platform, PipelinesFile.NAME, Part.PIPELINES.selector());
    policy
        .getSpec()
        .setEgress(
            List.of(
                NetworkPolicies.to(SITE_PORT, List.of(Peers.sites())),
                NetworkPolicies.toApiServer(platform),
                NetworkPolicies.toInternet(platform)));
    policy
        .getSpec()
        .setIngress(
            List.of(
                NetworkPolicies.from(PipelinesFile.PORT, Peers.pods(Part.OPEN_WEBUI)),
                NetworkPolicies.from(PipelinesFile.PORT, Peers.prometheus(platform))));
    return List.of(policy);
  }
}
