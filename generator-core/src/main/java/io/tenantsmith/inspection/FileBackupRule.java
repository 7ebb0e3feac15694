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
    output.values().stream()
        .filter(object -> object.kind().equals("Schedule"))
        .forEach(schedule -> schedule(schedule, output, report));
  }

  private static void schedule(
      ObjectValues schedule, TenantOutput output, Consumer<Finding> report) {
    if (!output.own("MariaDB").isEmpty()) {
      policy(schedule, report);
    }
    if (hasVault(output)) {
      secrets(schedule, report);
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

  private static boolean hasVault(TenantOutput output) {
    return output.own("SecretStore").stream()
        .anyMatch(store -> !store.spec().at("provider", "vault").isMissing());
  }

  /** Those of a vault need no other copy, and Velero encrypts no objects. */
  private static void secrets(ObjectValues schedule, Consumer<Finding> report) {
    Node excluded = schedule.spec().at("template", "excludedResources");
    if (excluded.items().stream().noneMatch(kind -> kind.is("secrets"))) {
      report.accept(
          Finding.of(
              schedule,
              Code.OBJ619,
              excluded,
              "keys that a vault keeps go into the shared file backups in clear",
              "add secrets"));
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
