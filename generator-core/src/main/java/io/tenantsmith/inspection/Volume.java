package io.tenantsmith.inspection;

import io.tenantsmith.objects.Node;
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
    for (ObjectValues claim : output.own("PersistentVolumeClaim")) {
      volumes.add(claimed(claim, claim.spec(), 1));
    }
    for (ObjectValues set : output.own("StatefulSet")) {
      int count = set.spec().get("replicas").numberOr(1);
      for (Node claim : set.spec().get("volumeClaimTemplates").items()) {
        volumes.add(claimed(set, claim.get("spec"), count));
      }
    }
    for (ObjectValues database : output.own("MariaDB")) {
      volumes.add(ofDatabase(database));
    }
    for (ObjectValues backup : output.own("PhysicalBackup")) {
      addStaging(backup, volumes);
    }
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
