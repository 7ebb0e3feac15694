package io.tenantsmith.inspection;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.objects.Node;
import io.tenantsmith.render.PlatformObjects;
import java.util.List;
import java.util.function.Consumer;

/**
 * The backup of a tenant's files leaves out every volume that an operator claims: those of a
 * database by the volume policy, those on which its backups are put together by a label. Both hold
 * the data in clear, and each tenant's backups of its database have a key of their own.
 */
final class FileBackupRule implements OutputRule {

  private static final List<String> BACKUPS = List.of("PhysicalBackup", "Backup");

  /** With this label Velero leaves an object out, and the volume of a claim with it. */
  private static final String EXCLUDED = "velero.io/exclude-from-backup";

  @Override
  public void inspect(TenantOutput output, Consumer<Finding> report) {
    for (String kind : BACKUPS) {
      output.own(kind).forEach(backup -> staging(backup, report));
    }
    if (!output.own("MariaDB").isEmpty()) {
      for (ObjectValues schedule : output.values()) {
        if (schedule.kind().equals("Schedule")) {
          policy(schedule, report);
        }
      }
    }
  }

  private static void staging(ObjectValues backup, Consumer<Finding> report) {
    Node mark = backup.spec().at("inheritMetadata", "labels", EXCLUDED);
    if (!mark.is("true")) {
      report.accept(
          Finding.of(
              backup,
              Code.OBJ619,
              mark,
              "the volume that its Jobs or snapshots use goes into the shared file backups in clear",
              "write \"true\""));
    }
  }

  private static void policy(ObjectValues schedule, Consumer<Finding> report) {
    Node name = schedule.spec().at("template", "resourcePolicy", "name");
    if (!name.is(PlatformObjects.VOLUME_POLICY)) {
      report.accept(
          Finding.of(
              schedule,
              Code.OBJ619,
              name,
              "the volumes of databases go into the shared file backups in clear",
              "write " + PlatformObjects.VOLUME_POLICY));
    }
  }
}
