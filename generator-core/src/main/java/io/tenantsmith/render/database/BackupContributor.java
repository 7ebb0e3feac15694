package io.tenantsmith.render.database;

import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.Demand;
import io.tenantsmith.render.Demand.Claim;
import io.tenantsmith.render.Manifest;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Brings backup.yaml: backups of the database, its archive, and of the whole namespace. */
public final class BackupContributor implements TenantContributor {

  /** The nightly backup's, and that of the one which takes its place or of a restore. */
  private static final int STAGING_CLAIMS = 2;

  @Override
  public List<Artifact> contribute(ResolvedTenant tenant, Fleet fleet, List<Artifact> siblings) {
    Database database = Database.of(tenant);
    Manifest manifest =
        Manifest.ofTenant(
            tenant, "backup.yaml", objects(new TenantObjects(fleet, tenant), database));
    return List.of(manifest.written(YamlWriter::write).needing(demand(database)));
  }

  private static List<Map<String, Object>> objects(TenantObjects objects, Database database) {
    NightlyBackup nightly = new NightlyBackup(objects.fleet(), objects.tenant(), database);
    List<Map<String, Object>> all = new ArrayList<>();
    all.add(objects.replaceable("PhysicalBackup", nightly.name(), nightly.spec()));
    if (database.isReplicated()) {
      all.addAll(pointInTime(objects, nightly.name()));
    }
    VeleroSchedule velero = new VeleroSchedule(objects.fleet(), objects.tenant());
    all.add(objects.replaceable(velero.ref(), velero.spec()));
    return all;
  }

  private static List<Map<String, Object>> pointInTime(TenantObjects objects, String backup) {
    PointInTime specs = new PointInTime(objects.fleet(), objects.tenant());
    return List.of(
        objects.replaceable("PhysicalBackup", Database.REPLICA_SEED, specs.replicaSeed()),
        objects.replaceable("PointInTimeRecovery", Database.POINT_IN_TIME, specs.recovery(backup)));
  }

  private static Demand demand(Database database) {
    return new Demand(
        List.of(PodSize.BACKUP_JOB.pods(1)),
        List.of(new Claim("backup staging", STAGING_CLAIMS, database.storage())),
        0,
        0,
        0);
  }
}
