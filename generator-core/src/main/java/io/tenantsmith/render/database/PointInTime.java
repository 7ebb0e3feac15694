package io.tenantsmith.render.database;

import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import java.util.Map;
import java.util.TreeMap;

/** What a replicated database has beside its nightly backup. */
record PointInTime(Fleet fleet, ResolvedTenant tenant) {

  /** A template that never runs by itself: how a new or broken replica is filled. */
  Map<String, Object> replicaSeed() {
    String snapshots = tenant.cluster().storageClasses().snapshot();
    Map<String, Object> spec = new TreeMap<>();
    spec.put("mariaDbRef", NightlyBackup.reference());
    spec.put("schedule", Map.of("suspend", true));
    spec.put("storage", Map.of("volumeSnapshot", Map.of("volumeSnapshotClassName", snapshots)));
    spec.put("target", "PreferReplica");
    spec.put("timeout", "1h0m0s");
    return spec;
  }

  /**
   * The archive of the binary log.
   *
   * @param backup name of the backup from which a recovery starts
   */
  Map<String, Object> recovery(String backup) {
    Map<String, Object> spec = new TreeMap<>();
    spec.put("archiveTimeout", "1h0m0s");
    spec.put("compression", "gzip");
    spec.put("physicalBackupRef", Map.of("name", backup));
    spec.put("storage", new S3Storage(fleet, tenant).tree("binlog"));
    spec.put("strictMode", true);
    return spec;
  }
}
