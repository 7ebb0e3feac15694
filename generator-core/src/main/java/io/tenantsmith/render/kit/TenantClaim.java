package io.tenantsmith.render.kit;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.VolumeResourceRequirements;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.render.Demand;
import java.util.List;
import java.util.Map;

/**
 * A volume of a tenant that no sync tool may remove.
 *
 * @param what it is in the quota's sum
 * @param mode for instance {@code ReadWriteMany}
 */
public record TenantClaim(String name, String what, String mode, String storageClass, Bytes size) {

  public PersistentVolumeClaim object(TenantScope scope) {
    VolumeResourceRequirements requirements = new VolumeResourceRequirements();
    requirements.setRequests(Map.of("storage", new Quantity(size.text())));
    PersistentVolumeClaimSpec spec = new PersistentVolumeClaimSpec();
    spec.setAccessModes(List.of(mode));
    spec.setResources(requirements);
    spec.setStorageClassName(storageClass);
    PersistentVolumeClaim claim = new PersistentVolumeClaim();
    claim.setMetadata(scope.keptMetadata(name));
    claim.setSpec(spec);
    return claim;
  }

  public Demand needed() {
    return new Demand(
        List.of(), List.of(new Demand.Claim(what, 1, size, mode.equals("ReadWriteMany"))), 0, 0, 0);
  }
}
