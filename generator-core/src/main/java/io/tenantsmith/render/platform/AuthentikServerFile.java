package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetSpec;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.render.kit.Mounts;
import io.tenantsmith.render.kit.Volumes;
import java.util.List;

/** The server of Authentik: two pods, since nobody logs in without it. */
final class AuthentikServerFile implements PlatformFile {

  /** Name of its Service. */
  static final String SERVICE = "authentik";

  /** Port of login pages and API. */
  static final int HTTP = 9000;

  /** Port of metrics. */
  static final int METRICS = 9300;

  private static final String NAME = "authentik-server";
  private static final String LIVE = "/-/health/live/";

  @Override
  public String path() {
    return "admin-apps/authentik/server.yaml";
  }

  @Override
  public List<HasMetadata> objects(Platform platform) {
    return List.of(
        Deployments.rolling(platform, NAME, 2, Part.AUTHENTIK_SERVER, pod(platform)),
        Services.http(platform, SERVICE, PublicRoutes.BACKEND_PORT, Part.AUTHENTIK_SERVER),
        budget(platform));
  }

  private static PodSpec pod(Platform platform) {
    PodSpec pod = Pods.of(platform, AuthentikAccessFile.SERVER, AuthentikContainer.USER);
    pod.setContainers(List.of(container(platform)));
    pod.setTopologySpreadConstraints(List.of(overNodes()));
    pod.setVolumes(List.of(Volumes.scratch("tmp", Bytes.ofGibi(1))));
    return pod;
  }

  private static Container container(Platform platform) {
    Container container = AuthentikContainer.of(platform, "server");
    container.setLivenessProbe(Probes.every(20, 3, 5, Probes.http(LIVE)));
    container.setReadinessProbe(Probes.every(10, 3, 5, Probes.http("/-/health/ready/")));
    container.setStartupProbe(Probes.every(10, 60, Probes.http(LIVE)));
    container.setPorts(List.of(Containers.port("http", HTTP), Containers.port("metrics", METRICS)));
    container.setResources(
        Containers.size(
            Containers.quantities("250m", "768Mi"), Containers.quantities("1", "1536Mi")));
    container.setVolumeMounts(List.of(Mounts.at("/tmp", "tmp")));
    return container;
  }

  private static TopologySpreadConstraint overNodes() {
    TopologySpreadConstraint constraint = new TopologySpreadConstraint();
    constraint.setLabelSelector(Part.AUTHENTIK_SERVER.selector());
    constraint.setMatchLabelKeys(List.of("pod-template-hash"));
    constraint.setMaxSkew(1);
    constraint.setTopologyKey("kubernetes.io/hostname");
    constraint.setWhenUnsatisfiable("ScheduleAnyway");
    return constraint;
  }

  private static PodDisruptionBudget budget(Platform platform) {
    PodDisruptionBudgetSpec spec = new PodDisruptionBudgetSpec();
    spec.setMaxUnavailable(new IntOrString(1));
    spec.setSelector(Part.AUTHENTIK_SERVER.selector());
    spec.setUnhealthyPodEvictionPolicy("AlwaysAllow");
    PodDisruptionBudget budget = new PodDisruptionBudget();
    budget.setMetadata(platform.metadata(NAME));
    budget.setSpec(spec);
    return budget;
  }
}
