package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDeployment;

/** Makes Deployments of the shared applications. */
final class Deployments {

  /** How many old ReplicaSets or revisions are kept. */
  static final int REVISIONS = 3;

  private Deployments() {}

  /** One whose next pod is ready before the last one stops. */
  static Deployment rolling(Platform platform, String name, int replicas, Part part, PodSpec pod) {
    RollingUpdateDeployment update = new RollingUpdateDeployment();
    update.setMaxSurge(new IntOrString(1));
    update.setMaxUnavailable(new IntOrString(0));
    DeploymentStrategy strategy = new DeploymentStrategy();
    strategy.setType("RollingUpdate");
    strategy.setRollingUpdate(update);
    Deployment deployment = of(platform, name, part, pod);
    deployment.getSpec().setReplicas(replicas);
    deployment.getSpec().setStrategy(strategy);
    return deployment;
  }

  /** One pod, which ends before the next begins. */
  static Deployment single(Platform platform, String name, Part part, PodSpec pod) {
    DeploymentStrategy strategy = new DeploymentStrategy();
    strategy.setType("Recreate");
    Deployment deployment = of(platform, name, part, pod);
    deployment.getSpec().setReplicas(1);
    deployment.getSpec().setStrategy(strategy);
    return deployment;
  }

  private static Deployment of(Platform platform, String name, Part part, PodSpec pod) {
    DeploymentSpec spec = new DeploymentSpec();
    spec.setRevisionHistoryLimit(REVISIONS);
    spec.setSelector(part.selector());
    spec.setTemplate(Pods.template(part, pod));
    Deployment deployment = new Deployment();
    deployment.setMetadata(platform.metadata(name, part));
    deployment.setSpec(spec);
    return deployment;
  }
}
