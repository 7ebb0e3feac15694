package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.render.Labels;
import io.tenantsmith.render.kit.Mounts;
import io.tenantsmith.render.kit.Volumes;
import java.util.List;

/** The worker of Authentik: it applies the blueprints that it finds in its folders. */
final class AuthentikWorkerFile implements PlatformFile {

  private static final String BLUEPRINTS = "tenant-blueprints";
  private static final String SECRETS = "tenant-secrets";
  private static final ConfigMapWatch WATCH =
      new ConfigMapWatch(
          BLUEPRINTS,
          new ConfigMapWatch.Label(Labels.PREFIX + "blueprint", "tenant"),
          BLUEPRINTS,
          "/blueprints/tenants");

  @Override
  public String path() {
    return "admin-apps/authentik/worker.yaml";
  }

  @Override
  public List<HasMetadata> objects(Platform platform) {
    return List.of(
        Deployments.rolling(platform, "authentik-worker", 1, Part.AUTHENTIK_WORKER, pod(platform)));
  }

  private static PodSpec pod(Platform platform) {
    PodSpec pod = Pods.of(platform, AuthentikAccessFile.WORKER, AuthentikContainer.USER);
    // Its watcher reads ConfigMaps through the API.
    pod.setAutomountServiceAccountToken(true);
    pod.setInitContainers(List.of(WATCH.list(platform)));
    pod.setContainers(List.of(container(platform), WATCH.watch(platform)));
    pod.setVolumes(
        List.of(
            Volumes.scratch("tmp", Bytes.ofGibi(1)),
            Volumes.configMap("platform-blueprints", "blueprint-platform"),
            Volumes.scratch(BLUEPRINTS, Bytes.ofMebi(256)),
            Volumes.secret(SECRETS, AuthentikSecretsFile.CLIENTS)));
    return pod;
  }

  private static Container container(Platform platform) {
    Container container = AuthentikContainer.of(platform, "worker");
    container.setEnv(
        AuthentikContainer.env()
            .set("AUTHENTIK_BOOTSTRAP_EMAIL", platform.administrator())
            .secret(
                "AUTHENTIK_BOOTSTRAP_PASSWORD",
                AuthentikSecretsFile.NAME,
                AuthentikSecretsFile.BOOTSTRAP)
            .list());
    container.setLivenessProbe(Probes.every(60, 3, 30, health()));
    container.setReadinessProbe(Probes.every(30, 3, 30, health()));
    container.setStartupProbe(Probes.every(10, 60, 30, health()));
    container.setResources(
        Containers.size(Containers.quantities("250m", "768Mi"), Containers.quantities("2", "2Gi")));
    container.setVolumeMounts(
        List.of(
            Mounts.at("/tmp", "tmp"),
            Mounts.readOnly("/blueprints/platform", "platform-blueprints"),
            Mounts.at(WATCH.folder(), BLUEPRINTS),
            Mounts.readOnly("/tenant-secrets", SECRETS)));
    return container;
  }

  private static Probe health() {
    return Probes.exec("ak", "healthcheck");
  }
}
