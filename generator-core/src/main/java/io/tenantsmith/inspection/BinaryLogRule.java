package io.tenantsmith.inspection;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.objects.Node;
import java.util.function.Consumer;

/**
 * The binary log of a replicated database holds what was committed, is closed soon enough to be
 * archived, and does not fill the volume: by default a server does none of it.
 */
final class BinaryLogRule implements OutputRule {

  /** Two nights: a backup and an archive may each be a day late. */
  private static final int SHORTEST_EXPIRY = 2 * 24 * 60 * 60;

  private static final String FLUSH = "FLUSH LOCAL BINARY LOGS";

  @Override
  public void inspect(TenantOutput output, Consumer<Finding> report) {
    for (ObjectValues database : output.own("MariaDB")) {
      Node replication = database.spec().get("replication");
      if (replication.get("enabled").is(true)) {
        ServerSettings settings = ServerSettings.of(database.spec().get("myCnf").text());
        expires(database, settings, report);
        written(database, replication, report);
        if (!database.spec().get("pointInTimeRecoveryRef").isMissing()
            && !isClosed(database, settings, output)) {
          report.accept(
              finding(
                  database,
                  database.spec().get("myCnf"),
                  "nothing closes a binary log before it is full, and only closed ones are archived",
                  "let an event of init_file run " + FLUSH));
        }
      }
    }
  }

  private static void expires(
      ObjectValues database, ServerSettings settings, Consumer<Finding> report) {
    Node place = database.spec().get("myCnf");
    long expiry = settings.number("binlog_expire_logs_seconds");
    if (expiry < SHORTEST_EXPIRY) {
      report.accept(
          finding(
              database,
              place,
              expiry <= 0
                  ? "binary logs stay until the volume is full"
                  : "binary logs go after " + expiry + " seconds, archived or not",
              "set binlog_expire_logs_seconds to " + SHORTEST_EXPIRY + " or more"));
    }
    if (!settings.is("slave_connections_needed_for_purge", "0")) {
      report.accept(
          finding(
              database,
              place,
              "binary logs stay while no replica is connected, and on a replica always",
              "set slave_connections_needed_for_purge to 0"));
    }
  }

  private static void written(ObjectValues database, Node replication, Consumer<Finding> report) {
    Node sync = replication.get("syncBinlog");
    if (sync.numberOr(0) != 1) {
      report.accept(
          finding(
              database,
              sync,
              "a crash may lose what was committed from the binary log, so from replicas and archive",
              "write 1"));
    }
    Node point = replication.get("semiSyncWaitPoint");
    if (replication.get("semiSyncEnabled").is(true) && !point.is("AfterSync")) {
      report.accept(
          finding(
              database,
              point,
              "others may read what a fail-over then takes back",
              "write AfterSync"));
    }
  }

  /** Whether an event that the server makes when it starts closes them. */
  private static boolean isClosed(
      ObjectValues database, ServerSettings settings, TenantOutput output) {
    String file = settings.text("init_file");
    if (!settings.is("event_scheduler", "on")) {
      return false;
    }
    for (Node mount : database.spec().get("volumeMounts").items()) {
      String folder = mount.get("mountPath").text() + "/";
      for (Node volume : database.spec().get("volumes").items()) {
        if (file.startsWith(folder)
            && volume.get("name").is(mount.get("name").text())
            && holdsFlush(volume, file.substring(folder.length()), output)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean holdsFlush(Node volume, String key, TenantOutput output) {
    String name = volume.at("configMap", "name").text();
    return output.own("ConfigMap").stream()
        .filter(map -> map.name().equals(name))
        .anyMatch(map -> map.root().at("data", key).text().contains(FLUSH));
  }

  private static Finding finding(ObjectValues database, Node place, String fact, String hint) {
    return Finding.of(database, Code.OBJ618, place, fact, hint);
  }
}
