package io.tenantsmith.demand;

import io.tenantsmith.objects.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The volumes that an object claims, itself or through its operator.
 *
 * @param size size of one volume
 * @param storageClass empty for the cluster's own choice
 */
public record Volume(ObjectValues source, Node size, String storageClass, int count) {

  /**
   * All volumes of a namespace.
   *
   * @param own the objects in it
   */
  public static List<Volume> of(List<ObjectValues> own) {
    List<Volume> volumes = new ArrayList<>();
    each("PersistentVolumeClaim", own, claim -> volumes.add(claimed(claim, claim.spec(), 1)));
    each("StatefulSet", own, set -> addTemplates(set, volumes));
    each("MariaDB", own, database -> volumes.add(ofDatabase(database)));
    each("PhysicalBackup", own, backup -> addStaging(backup, volumes));
    return volumes;
  }

  private static void each(
      String kind, List<ObjectValues> objects, Consumer<ObjectValues> visitor) {
    for (ObjectValues object : objects) {
      if (object.kind().equals(kind)) {
        visitor.accept(object);
      }
    }
  }

  private static void addTemplates(ObjectValues set, List<Volume> volumes) {
    int count = set.spec().get("replicas").numberOr(1);
    for (Node claim : set.spec().get("volumeClaimTemplates").items()) {
      volumes.add(claimed(set, claim.get("spec"), count));
    }
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

  /**
   * Adds the staging volume twice: its size is part of a backup's name, so after a change the old
   * one exists beside its successor.
   */
  private static void addStaging(ObjectValues backup, List<Volume> volumes) {
    Node claim = backup.spec().at("stagingStorage", "persistentVolumeClaim");
    if (!claim.isMissing()) {
      volumes.add(claimed(backup, claim, 2));
    }
  }
}
