package io.tenantsmith.render.chat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.ImageKeys;
import io.tenantsmith.render.kit.Component;
import io.tenantsmith.render.kit.ContainerSize;
import io.tenantsmith.render.kit.Mounts;
import io.tenantsmith.render.kit.Restricted;
import io.tenantsmith.render.kit.TenantPod;
import io.tenantsmith.render.kit.TenantScope;
import io.tenantsmith.render.kit.Volumes;
import io.tenantsmith.render.kit.WebPort;
import java.util.List;

/** The one pod of a tenant's own Open WebUI; its SQLite file allows no second one beside it. */
final class OpenWebUiDeployment {

  /** The pod that answers. */
  static final Component CHAT = new Component(OpenWebUiContributor.NAME, "chat");

  static final ContainerSize SIZE =
      new ContainerSize(ContainerSize.size(500, 1024), ContainerSize.size(2000, 2048));

  private static final long USER = 1001;
  private static final String ALIVE = "/health";

  private OpenWebUiDeployment() {}

  static Deployment of(TenantScope scope, HostName host) {
    DeploymentStrategy strategy = new DeploymentStrategy();
    strategy.setType("Recreate");
    PodTemplateSpec template = new PodTemplateSpec();
    template.setMetadata(scope.podMetadata(CHAT));
    template.setSpec(pod(scope, host));
    DeploymentSpec spec = new DeploymentSpec();
    spec.setReplicas(1);
    spec.setRevisionHistoryLimit(3);
    spec.setSelector(CHAT.selector());
    spec.setStrategy(strategy);
    spec.setTemplate(template);
    Deployment deployment = new Deployment();
    deployment.setMetadata(scope.metadata(OpenWebUiContributor.NAME, CHAT));
    deployment.setSpec(spec);
    return deployment;
  }

  private static PodSpec pod(TenantScope scope, HostName host) {
    PodSpec pod =
        TenantPod.of(scope.tenant(), OpenWebUiContributor.NAME, Restricted.userWithVolumes(USER));
    pod.setContainers(List.of(container(scope, host)));
    pod.setVolumes(
        List.of(
            Volumes.claim("data", OpenWebUiContributor.CLAIM),
            Volumes.scratch("tmp", Bytes.ofGibi(1))));
    return pod;
  }

  /** The image writes below its own folder, so the root is writable. */
  private static Container container(TenantScope scope, HostName host) {
    Container container =
        SIZE.container(
            OpenWebUiContributor.NAME, scope.tenant().image(ImageKeys.OPEN_WEBUI), false);
    container.setEnv(new OpenWebUiEnvironment(scope, host).variables());
    container.setLivenessProbe(WebPort.probe(ALIVE, 20));
    container.setPorts(List.of(WebPort.port()));
    container.setReadinessProbe(WebPort.probe("/health/db", 10));
    container.setStartupProbe(WebPort.startup(ALIVE));
    container.setVolumeMounts(
        List.of(Mounts.at("/app/backend/data", "data"), Mounts.at("/tmp", "tmp")));
    return container;
  }
}
