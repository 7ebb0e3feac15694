package io.tenantsmith.render.site;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDeployment;
import io.tenantsmith.model.WebPlan;
import io.tenantsmith.render.Labels;
import io.tenantsmith.render.kit.Component;
import io.tenantsmith.render.kit.TenantPod;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The web pods of a site. */
final class WordPressDeployment {

  /** The pods that serve the site. */
  static final Component WEB = new Component(WordPressSite.NAME, "web");

  private static final int STOP_SECONDS = 45;

  private WordPressDeployment() {}

  /**
   * The object.
   *
   * @param digest of the ConfigMap, so that a change of it starts new pods
   */
  static Deployment of(WordPressSite site, String digest) {
    DeploymentSpec spec = new DeploymentSpec();
    WebPlan plan = site.tenant().web();
    if (plan.minReplicas() == plan.maxReplicas()) {
      // Elsewhere the autoscaler decides, and a stated number would undo it at each sync.
      spec.setReplicas(plan.minReplicas());
    }
    spec.setProgressDeadlineSeconds(600);
    spec.setRevisionHistoryLimit(3);
    spec.setSelector(WEB.selector());
    spec.setStrategy(oneMoreAtATime());
    spec.setTemplate(template(site, digest));
    Deployment deployment = new Deployment();
    deployment.setMetadata(site.scope().metadata(WordPressSite.NAME, WEB));
    deployment.setSpec(spec);
    return deployment;
  }

  private static DeploymentStrategy oneMoreAtATime() {
    RollingUpdateDeployment rolling = new RollingUpdateDeployment();
    rolling.setMaxSurge(new IntOrString(1));
    rolling.setMaxUnavailable(new IntOrString(0));
    DeploymentStrategy strategy = new DeploymentStrategy();
    strategy.setRollingUpdate(rolling);
    strategy.setType("RollingUpdate");
    return strategy;
  }

  private static PodTemplateSpec template(WordPressSite site, String digest) {
    ObjectMeta metadata = site.scope().podMetadata(WEB);
    metadata.setAnnotations(new TreeMap<>(Map.of(Labels.PREFIX + "config-digest", digest)));
    PodTemplateSpec template = new PodTemplateSpec();
    template.setMetadata(metadata);
    template.setSpec(pod(site));
    return template;
  }

  private static PodSpec pod(WordPressSite site) {
    PodSpec pod = TenantPod.of(site.tenant(), WordPressSite.NAME, WordPressParts.security());
    pod.setContainers(List.of(WordPressWebContainer.of(site)));
    pod.setVolumes(WordPressWebContainer.volumes(site));
    pod.setTerminationGracePeriodSeconds((long) STOP_SECONDS);
    pod.setTopologySpreadConstraints(
        List.of(spread("topology.kubernetes.io/zone"), spread("kubernetes.io/hostname")));
    return pod;
  }

  private static TopologySpreadConstraint spread(String key) {
    TopologySpreadConstraint constraint = new TopologySpreadConstraint();
    constraint.setLabelSelector(WEB.selector());
    constraint.setMatchLabelKeys(List.of("pod-template-hash"));
    constraint.setMaxSkew(1);
    constraint.setTopologyKey(key);
    constraint.setWhenUnsatisfiable("ScheduleAnyway");
    return constraint;
  }
}
