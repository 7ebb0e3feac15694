package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.ImageKeys;
import io.tenantsmith.render.kit.Mounts;
import io.tenantsmith.render.kit.Volumes;
import java.util.List;

/** The shared Open WebUI; one pod, since its database is a file. */
final class OpenWebUiFile implements PlatformFile {

  /** Name of its objects. */
  static final String NAME = "open-webui";

  /** Its client in Authentik. */
  static final String CLIENT_ID = "platform-openwebui";

  /** Its port. */
  static final int PORT = 8080;

  private static final String CLAIM = "open-webui-data";
  private static final long USER = 1001;

  @Override
  public String path() {
    return "admin-apps/open-webui/open-webui.yaml";
  }

  @Override
  public List<HasMetadata> objects(Platform platform) {
    return List.of(
        Claims.of(platform, CLAIM, "20Gi"),
        Deployments.single(platform, NAME, Part.OPEN_WEBUI, pod(platform)),
        Services.http(platform, NAME, PublicRoutes.BACKEND_PORT, Part.OPEN_WEBUI));
  }

  private static PodSpec pod(Platform platform) {
    PodSpec pod = Pods.of(platform, NAME, USER);
    pod.setContainers(List.of(container(platform)));
    pod.setVolumes(List.of(Volumes.claim("data", CLAIM), Volumes.scratch("tmp", Bytes.ofGibi(1))));
    return pod;
  }

  private static Container container(Platform platform) {
    Container container = Containers.of(NAME, platform.image(ImageKeys.OPEN_WEBUI), false);
    container.setEnv(OpenWebUiEnv.of(platform));
    container.setLivenessProbe(Probes.every(20, 3, 5, Probes.http("/health")));
    container.setReadinessProbe(Probes.every(10, 3, 5, Probes.http("/health/db")));
    container.setStartupProbe(Probes.every(5, 60, Probes.http("/health")));
    container.setPorts(List.of(Containers.port("http", PORT)));
    container.setResources(
        Containers.size(Containers.quantities("500m", "1Gi"), Containers.quantities("2", "2Gi")));
    container.setVolumeMounts(
        List.of(Mounts.at("/app/backend/data", "data"), Mounts.at("/tmp", "tmp")));
    return container;
  }
}
