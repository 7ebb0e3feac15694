package io.tenantsmith.render.kit;

import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.SeccompProfile;
import io.fabric8.kubernetes.api.model.SecurityContext;
import java.util.List;

/** Makes what the restricted pod security standard asks of a pod and its containers. */
public final class Restricted {

  private Restricted() {}

  /** A pod that runs as that user and group. */
  public static PodSecurityContext user(long id) {
    SeccompProfile profile = new SeccompProfile();
    profile.setType("RuntimeDefault");
    PodSecurityContext context = new PodSecurityContext();
    context.setRunAsNonRoot(true);
    context.setRunAsUser(id);
    context.setRunAsGroup(id);
    context.setSeccompProfile(profile);
    return context;
  }

  /** The same with volumes that the user may write. */
  public static PodSecurityContext userWithVolumes(long id) {
    PodSecurityContext context = user(id);
    context.setFsGroup(id);
    context.setFsGroupChangePolicy("OnRootMismatch");
    return context;
  }

  /** A container. */
  static SecurityContext container(boolean readOnlyRoot) {
    Capabilities capabilities = new Capabilities();
    capabilities.setDrop(List.of("ALL"));
    SecurityContext context = new SecurityContext();
    context.setAllowPrivilegeEscalation(false);
    context.setCapabilities(capabilities);
    context.setReadOnlyRootFilesystem(readOnlyRoot);
    return context;
  }
}
