package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.ImageKeys;
import io.tenantsmith.render.Labels;
import io.tenantsmith.render.kit.Mounts;
import io.tenantsmith.render.kit.Volumes;
import java.util.List;

/** The Pipelines behind Open WebUI, which write content for tenants. */
final class PipelinesFile implements PlatformFile {

  /** Name of their objects. */
  static final String NAME = "pipelines";

  /** Their port. */
  static final int PORT = 9099;

  private static final long USER = 1001;
  private static final String FOLDER = "/var/lib/pipelines";
  private static final String BOTS = "/run/secrets/content-bots";
  private static final ConfigMapWatch WATCH =
      new ConfigMapWatch(
          "content",
          new ConfigMapWatch.Label(Labels.PREFIX + "content", "true"),
          "content",
          "/etc/tenants");

  @Override
  public String path() {
    return "admin-apps/pipelines/pipelines.yaml";
  }

  @Override
  public List<HasMetadata> objects(Platform platform) {
    return List.of(
        Deployments.single(platform, NAME, Part.PIPELINES, pod(platform)),
        Services.http(platform, NAME, PORT, Part.PIPELINES));
  }

  private static PodSpec pod(Platform platform) {
    PodSpec pod = Pods.of(platform, NAME, USER);
    // Their watcher reads ConfigMaps through the API.
    pod.setAutomountServiceAccountToken(true);
    pod.setInitContainers(List.of(WATCH.list(platform)));
    pod.setContainers(List.of(container(platform), WATCH.watch(platform)));
    pod.setVolumes(
        List.of(
            Volumes.scratch("pipelines", Bytes.ofGibi(1)),
            Volumes.scratch("tmp", Bytes.ofGibi(1)),
            Volumes.scratch("content", Bytes.ofMebi(64)),
            Volumes.secret("content-bots", PipelinesSecretsFile.CONTENT_BOTS)));
    return pod;
  }

  private static Container container(Platform platform) {
    Container container = Containers.of(NAME, platform.image(ImageKeys.PIPELINES), false);
    container.setEnv(
        new Env()
            .set("HOME", "/tmp")
            .set("PIPELINES_DIR", FOLDER)
            .secret("PIPELINES_API_KEY", NAME, PipelinesSecretsFile.API_KEY)
            .set("TENANT_CONTENT_DIR", WATCH.folder())
            .set("CONTENT_BOT_DIR", BOTS)
            .list());
    Probe liveness = Probes.every(20, 3, 5, Probes.tcp());
    liveness.setInitialDelaySeconds(30);
    container.setLivenessProbe(liveness);
    container.setReadinessProbe(Probes.every(10, 3, 5, Probes.http("/")));
    container.setPorts(List.of(Containers.port("http", PORT)));
    container.setResources(
        Containers.size(Containers.quantities("500m", "1Gi"), Containers.quantities("2", "2Gi")));
    container.setVolumeMounts(
        List.of(
            Mounts.at(FOLDER, "pipelines"),
            Mounts.at("/tmp", "tmp"),
            Mounts.readOnly(WATCH.folder(), "content"),
            Mounts.readOnly(BOTS, "content-bots")));
    return container;
  }
}
