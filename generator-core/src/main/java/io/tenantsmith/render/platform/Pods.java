package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.SeccompProfile;
import java.util.Map;
import java.util.TreeMap;

/** Makes pods of the restricted level, in the cluster's region. */
final class Pods {

  private static final String REGION = "topology.kubernetes.io/region";

  private Pods() {}

  /** A pod without containers yet, run by a user and a group of that number. */
  static PodSpec of(Platform platform, String account, long user) {
    PodSpec pod = new PodSpec();
    pod.setAutomountServiceAccountToken(false);
    pod.setEnableServiceLinks(false);
    pod.setNodeSelector(new TreeMap<>(Map.of(REGION, platform.cluster().region().value())));
    pod.setSecurityContext(security(user));
    pod.setServiceAccountName(account);
    return pod;
  }

  /** The template of a workload. */
  static PodTemplateSpec template(Part part, PodSpec pod) {
    ObjectMeta metadata = new ObjectMeta();
    metadata.setLabels(part.labels());
    PodTemplateSpec template = new PodTemplateSpec();
    template.setMetadata(metadata);
    template.setSpec(pod);
    return template;
  }

  private static PodSecurityContext security(long user) {
    SeccompProfile seccomp = new SeccompProfile();
    seccomp.setType("RuntimeDefault");
    PodSecurityContext security = new PodSecurityContext();
    security.setFsGroup(user);
    security.setFsGroupChangePolicy("OnRootMismatch");
    security.setRunAsGroup(user);
    security.setRunAsNonRoot(true);
    security.setRunAsUser(user);
    security.setSeccompProfile(seccomp);
    return security;
  }
}
