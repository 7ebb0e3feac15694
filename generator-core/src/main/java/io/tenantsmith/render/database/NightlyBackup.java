package io.tenantsmith.render.database;

import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.render.ContentDigest;
import io.tenantsmith.render.Labels;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The physical backup of every night. The operator's webhook refuses a change of some of its
 * fields, so their digest is in its name: a new schedule or a grown database is a new object with
 * the same prefix in the bucket.
 */
record NightlyBackup(Fleet fleet, ResolvedTenant tenant, Database database) {

  private static final int DIGITS = 8;
  private static final String WEB_PRIORITY = "tenant-web";

  String name() {
    Map<String, Object> immutable = immutable();
    immutable.put("cron", cron());
    return "mariadb-nightly-" + ContentDigest.of(immutable, DIGITS);
  }

  Map<String, Object> spec() {
    Map<String, Object> spec = immutable();
    spec.put("backoffLimit", 2);
    spec.put("compression", "gzip");
    spec.put("maxRetention", Retention.of(tenant));
    spec.put("schedule", Map.of("cron", cron(), "immediate", true, "suspend", false));
    // A backup also on the day on which the replica is down.
    spec.put("target", "PreferReplica");
    spec.put("timeout", "2h0m0s");
    addPod(spec);
    return spec;
  }

  private static void addGuards(Map<String, Object> spec) {
    spec.put("podSecurityContext", PodGuards.databasePod());
    spec.put("securityContext", PodGuards.container());
  }

  private void addPod(Map<String, Object> spec) {
    spec.put("podAffinity", true);
    new Nodes(tenant).tolerate(spec);
    spec.put(
        "podMetadata", Map.of("labels", Map.of(Labels.PREFIX + "component", "database-backup")));
    spec.put("resources", PodSize.BACKUP_JOB.resources());
    addGuards(spec);
  }

  /** What the webhook lets nobody change, but the schedule, which is deeper. */
  private Map<String, Object> immutable() {
    Map<String, Object> fields = new TreeMap<>();
    fields.put("mariaDbRef", reference());
    fields.put("priorityClassName", WEB_PRIORITY);
    fields.put("stagingStorage", Map.of("persistentVolumeClaim", stagingClaim()));
    fields.put("storage", new S3Storage(fleet, tenant).tree("full"));
    return fields;
  }

  /** A claim, since the default is a folder on the node. */
  private Map<String, Object> stagingClaim() {
    return Map.of(
        "accessModes",
        List.of("ReadWriteOnce"),
        "resources",
        Map.of("requests", Map.of("storage", database.storage().text())),
        "storageClassName",
        tenant.cluster().storageClasses().single());
  }

  static Map<String, Object> reference() {
    Map<String, Object> reference = new TreeMap<>(Database.reference());
    reference.put("waitForIt", false);
    return reference;
  }

  private String cron() {
    return tenant.get(TenantKeys.BACKUP_SCHEDULE).text();
  }
}
