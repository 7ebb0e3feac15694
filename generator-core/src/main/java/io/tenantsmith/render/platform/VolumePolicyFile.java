package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells Velero which volumes to leave out: those of databases have backups of their own. */
final class VolumePolicyFile implements PlatformFile {

  private static final String POLICY =
      """
      version: v1
      volumePolicies:
        - conditions:
            pvcLabels:
              pvc.k8s.mariadb.com/role: storage
          action:
            type: skip
      """;

  @Override
  public String path() {
    return "policies/backup.yaml";
  }

  @Override
  public List<HasMetadata> objects(Platform platform) {
    ConfigMap policy = new ConfigMap();
    policy.setMetadata(
        platform.metadata(
            platform.fleet().services().backup().veleroNamespace(), "tenant-volume-policy"));
    policy.setData(new TreeMap<>(Map.of("policy.yaml", POLICY)));
    return List.of(policy);
  }
}
