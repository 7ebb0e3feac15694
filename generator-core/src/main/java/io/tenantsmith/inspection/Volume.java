package io.tenantsmith.inspection;

import java.util.ArrayList;
import java.util.List;

/**
 * Volumes that an object claims, itself or by its operator.
 *
 * @param size of one
 * @param storageClass empty for the cluster's own choice
 */
record Volume(ObjectValues source, Node size, String storageClass, int count) {

  /** All of a tenant's namespace. */
  static List<Volume> of(TenantOutput output) {
    List<Volume> volumes = new ArrayList<>();
    output.own("PersistentVolumeClaim").forEach(o -> volumes.add(claimed(o, o.spec(), 1)));
    output
        .own("StatefulSet")
        .forEach(
            set ->
                set.spec()
                    .get("volumeClaimTemplates")
                    .items()
                    .forEach(
                        claim ->
                            volumes.add(
                                claimed(
                                    set,
                                    claim.get("spec"),
                                    set.spec().get("replicas").numberOr(1)))));
    output.own("MariaDB").forEach(o -> volumes.add(ofDatabase(o)));
    output.own("PhysicalBackup").forEach(o -> addStaging(o, volumes));
    return volumes;
  }

  private static Volume claimed(ObjectValues object, Node spec, int count) {
    return new Volume(
        object,
        spec.at("resources", "requests", "storage"),
        spec.get("storageClassName").text(),
        count);
  }

  private static Volume ofDatabase(ObjectValues database) {
    Node storage = database.spec().get("storage");
    return new Volume(
        database,
        storage.get("size"),
        storage.get("storageClassName").text(),
        database.spec().get("replicas").numberOr(1));
  }

  /** Twice: its size is part of a backup's name, so a changed one stands beside its successor. */
  private static void addStaging(ObjectValues backup, List<Volume> volumes) {
    Node claim = backup.spec().at("stagingStorage", "persistentVolumeClaim");
    if (!claim.isMissing()) {
      volumes.add(claimed(backup, claim, 2));
    }
  }
}
