package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;

/** Who may talk to the shared Open WebUI, and to whom it may talk. */
final class OpenWebUiNetworkFile implements PlatformFile {

  @Override
  public String path() {
    return "admin-apps/open-webui/network.yaml";
  }

  @Override
  public List<HasMetadata> objects(Platform platform) {
    NetworkPolicy policy =
        NetworkPolicies.closed(platform, OpenWebUiFile.NAME, Part.OPEN_WEBUI.selector());
    policy
        .getSpec()
        .setEgress(
            List.of(
                NetworkPolicies.to(PipelinesFile.PORT, List.of(Peers.pods(Part.PIPELINES))),
                NetworkPolicies.toGateway(platform),
                NetworkPolicies.toInternet(platform)));
    policy
        .getSpec()
        .setIngress(List.of(NetworkPolicies.from(OpenWebUiFile.PORT, Peers.gateway(platform))));
    return List.of(policy);
  }
}
