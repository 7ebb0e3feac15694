package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.VolumeResourceRequirements;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes claims of the shared applications, which no sync tool removes. */
final class Claims {

  private Claims() {}

  /** A volume that one pod writes. */
  static PersistentVolumeClaim of(Platform platform, String name, String size) {
    VolumeResourceRequirements resources = new VolumeResourceRequirements();
    resources.setRequests(new TreeMap<>(Map.of("storage", new Quantity(size))));
    PersistentVolumeClaimSpec spec = new PersistentVolumeClaimSpec();
    spec.setAccessModes(List.of("ReadWriteOnce"));
    spec.setResources(resources);
    spec.setStorageClassName(platform.cluster().storageClasses().single());
    PersistentVolumeClaim claim = new PersistentVolumeClaim();
    claim.setMetadata(platform.guarded(name));
    claim.setSpec(spec);
    return claim;
  }
}
