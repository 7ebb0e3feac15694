package io.tenantsmith.inspection;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.objects.Amount;
import io.tenantsmith.objects.Node;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A backup of a full database fits its staging volume and its time: the operator deletes a Job that
 * takes longer, so that no failure is seen. And a failed Job does not stay when later ones are
 * good.
 */
final class BackupRoomRule implements OutputRule {

  private static final int HOURS_OF_ANY = 2;
  private static final long MILLI_OF_AN_HOUR = 50 * Bytes.GI * 1000;

  @Override
  public void inspect(TenantOutput output, Consumer<Finding> report) {
    for (ObjectValues backup : output.own("PhysicalBackup")) {
      String name = backup.spec().at("mariaDbRef", "name").text();
      for (ObjectValues database : output.own("MariaDB")) {
        Amount size = Amount.of(database.spec().at("storage", "size"));
        boolean isOfJobs = backup.spec().at("storage", "volumeSnapshot").isMissing();
        if (isOfJobs && database.name().equals(name) && size != null) {
          boolean archived = !database.spec().get("pointInTimeRecoveryRef").isMissing();
          room(backup, size, archived, report);
          time(backup, size, report);
          failures(backup, report);
        }
      }
    }
  }

  /** The stream, the compressed file and, for an archive, all that the stream holds. */
  private static void room(
      ObjectValues backup, Amount size, boolean archived, Consumer<Finding> report) {
    Node claim = backup.spec().at("stagingStorage", "persistentVolumeClaim");
    Node stated = claim.at("resources", "requests", "storage");
    Amount room = Amount.of(stated);
    Amount need = new Amount(size.times(archived ? 25 : 15).milli() / 10);
    if (room == null || room.compareTo(need) < 0) {
      report.accept(
          Finding.of(
              backup,
              Code.OBJ617,
              stated,
              (room == null ? "no volume of its own" : room.binary())
                  + " for a backup that takes up to "
                  + need.binary(),
              "claim "
                  + (archived ? "2.5" : "1.5")
                  + " times the size of the database, which is "
                  + size.binary()));
    }
  }

  private static void time(ObjectValues backup, Amount size, Consumer<Finding> report) {
    Node stated = backup.spec().get("timeout");
    long hours = HOURS_OF_ANY + (size.milli() + MILLI_OF_AN_HOUR - 1) / MILLI_OF_AN_HOUR;
    if (duration(stated.text()).compareTo(Duration.ofHours(hours)) < 0) {
      report.accept(
          Finding.of(
              backup,
              Code.OBJ617,
              stated,
              "after "
                  + Quoted.quote(stated.textOr("1h0m0s"))
                  + " the Job is deleted, and a database of "
                  + size.binary()
                  + " may take "
                  + hours
                  + "h",
              "write " + hours + "h0m0s or more: 2 hours, and one for every started 50Gi"));
    }
  }

  private static void failures(ObjectValues backup, Consumer<Finding> report) {
    Node kept = backup.spec().get("failedJobsHistoryLimit");
    if (kept.numberOr(5) > 1) {
      report.accept(
          Finding.of(
              backup,
              Code.OBJ617,
              kept,
              "an old failure is kept beside good backups, and its alert goes on",
              "write 1"));
    }
  }

  /** What Go writes as 3h0m0s; nothing if it is written otherwise. */
  private static Duration duration(String text) {
    try {
      return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
    } catch (DateTimeParseException e) {
      return Duration.ZERO;
    }
  }
}
