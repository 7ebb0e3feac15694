package io.tenantsmith.render.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.demand.PeakDemand;
import io.tenantsmith.harness.Contracts;
import io.tenantsmith.harness.GoldenFleet;
import io.tenantsmith.harness.GoldenFleet.TenantFixture;
import io.tenantsmith.harness.YamlTrees;
import io.tenantsmith.lifecycle.StateForm;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.Cpu;
import io.tenantsmith.model.CronSchedule;
import io.tenantsmith.model.DerivedKeys;
import io.tenantsmith.model.ImageKeys;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.model.WebPlan;
import io.tenantsmith.render.Artifact;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the golden's three tenants do not show. */
class DatabaseContributorTest {

  // Read once: it is the whole API.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 9})
  void everyNumberOfInstancesKeepsTheContracts(int instances) {
    for (boolean dedicated : new boolean[] {false, true}) {
      ResolvedTenant tenant =
          fixture()
              .set(TierKeys.DATABASE_INSTANCES, instances)
              .set(TierKeys.DEDICATED_RESOURCES, dedicated)
              .tenant();
      assertThat(Contracts.kubernetes().problemsOf(database(tenant).text())).isEmpty();
      assertThat(Contracts.kubernetes().problemsOf(backup(tenant).text())).isEmpty();
    }
  }

  /** The operator's webhook refuses one instance with replication and several without. */
  @Test
  void replicationFollowsTheNumberOfInstances() {
    ResolvedTenant single = fixture().tenant();
    ResolvedTenant several = fixture().set(TierKeys.DATABASE_INSTANCES, 2).tenant();

    assertThat(server(single).has("replication")).isFalse();
    assertThat(server(single).has("pointInTimeRecoveryRef")).isFalse();
    assertThat(names(backup(single))).hasSize(2);
    assertThat(server(several).at("/replication/enabled").asBoolean()).isTrue();
    assertThat(names(backup(several))).contains("mariadb-replica-seed", "mariadb-pitr");
  }

  /** A small tier with nodes of its own: its one instance and its backup must run there. */
  @Test
  void aSingleInstanceOnDedicatedNodes() {
    ResolvedTenant tenant = fixture().set(TierKeys.DEDICATED_RESOURCES, true).tenant();
    JsonNode server = server(tenant);

    for (String path : List.of("", "/metrics/exporter")) {
      assertThat(server.at(path + "/nodeSelector").path("tenantsmith.io/dedicated").asString())
          .isEqualTo("acme-corp");
      assertThat(server.at(path + "/tolerations/0/value").asString()).isEqualTo("acme-corp");
    }
    JsonNode nightly = YamlTrees.trees(backup(tenant).text()).get(0).path("spec");
    assertThat(nightly.at("/tolerations/0/value").asString()).isEqualTo("acme-corp");
    assertThat(nightly.has("nodeSelector")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1Gi,704,128", "4Gi,2816,512", "8Gi,5632,1024", "64Gi,45056,1024", "1500Mi,1031,187"})
  void serverMemoryFollowsThePlan(String ram, int pool, int log) {
    ResolvedTenant tenant =
        fixture().set(TenantKeys.DB_RAM, Bytes.parse(ram).value().orElseThrow()).tenant();
    assertThat(server(tenant).path("myCnf").asString())
        .contains("innodb_buffer_pool_size=" + pool + "M\n")
        .contains("innodb_log_file_size=" + log + "M\n");
  }

  /** Pods too small for one worker by the sum still have one. */
  @ParameterizedTest
  @CsvSource({"1,512,19", "2,1024,38", "10,2048,190", "1,96,13", "1,128,13"})
  void connectionsFollowTheWebPods(int replicas, long mebi, int connections) {
    WebPlan web =
        fixture()
            .set(DerivedKeys.MAX_PODS, replicas)
            .set(TierKeys.WEB_POD_MEMORY, Bytes.ofMebi(mebi))
            .tenant()
            .web();
    assertThat(Connections.of(web).ofUser()).isEqualTo(connections);
    assertThat(Connections.of(web).total()).isEqualTo(connections + 50);
  }

  /** Cron, storage and size are immutable by webhook; retention is not and renames nothing. */
  @Test
  void theNightlyBackupIsRenamedWhenItMustBeReplaced() {
    List<ResolvedTenant> replaced =
        List.of(
            fixture().tenant(),
            fixture().set(TenantKeys.BACKUP_SCHEDULE, new CronSchedule(18, 2, "* * *")).tenant(),
            fixture().set(TenantKeys.DB_STORAGE, Bytes.ofGibi(101)).tenant());
    assertThat(new TreeSet<>(replaced.stream().map(t -> names(backup(t)).get(0)).toList()))
        .hasSize(3);

    ResolvedTenant kept =
        fixture()
            .set(TenantKeys.BACKUP_RETENTION_DAYS, 7)
            .set(TenantKeys.DB_CORES, new Cpu(1000))
            .tenant();
    assertThat(names(backup(kept)).get(0)).isEqualTo(names(backup(replaced.get(0))).get(0));
    assertThat(backup(kept).text()).contains("maxRetention: 168h0m0s").contains("ttl: 168h0m0s");
  }

  /** The point-in-time recovery follows the backup's new name. */
  @Test
  void theArchiveBelongsToTheNightlyBackup() {
    ResolvedTenant tenant = fixture().set(TierKeys.DATABASE_INSTANCES, 3).tenant();
    List<JsonNode> objects = YamlTrees.trees(backup(tenant).text());
    assertThat(objects.get(2).at("/spec/physicalBackupRef/name"))
        .isEqualTo(objects.get(0).at("/metadata/name"));
  }

  /** What a full volume needs: 1.5 or 2.5 times its size, and an hour for every started 50Gi. */
  @ParameterizedTest
  @CsvSource({
    "1,20Gi,30Gi,3h0m0s",
    "2,20Gi,50Gi,3h0m0s",
    "3,100Gi,250Gi,4h0m0s",
    "2,101Gi,253Gi,5h0m0s",
    "1,5Gi,8Gi,3h0m0s",
    "1,500Mi,1Gi,3h0m0s",
    "2,2Ti,5Ti,43h0m0s"
  })
  void theBackupHasRoomAndTime(int instances, String storage, String staging, String timeout) {
    ResolvedTenant tenant =
        fixture()
            .set(TierKeys.DATABASE_INSTANCES, instances)
            .set(TenantKeys.DB_STORAGE, Bytes.parse(storage).value().orElseThrow())
            .tenant();
    JsonNode spec = YamlTrees.trees(backup(tenant).text()).get(0).path("spec");
    assertThat(
            spec.at("/stagingStorage/persistentVolumeClaim/resources/requests/storage").asString())
        .isEqualTo(staging);
    assertThat(spec.path("timeout").asString()).isEqualTo(timeout);
    assertThat(spec.path("failedJobsHistoryLimit").asInt()).isEqualTo(1);
  }

  @Test
  void theNamespaceIsBackedUpNinetyMinutesLaterRoundMidnight() {
    ResolvedTenant tenant =
        fixture().set(TenantKeys.BACKUP_SCHEDULE, new CronSchedule(45, 23, "* * 1-5")).tenant();
    assertThat(backup(tenant).text())
        .contains("cron: \"45 23 * * 1-5\"")
        .contains("schedule: \"15 1 * * 2,3,4,5,6\"");
  }

  @Test
  void imagesOfAFleetWithoutRegistryStayAsWritten() {
    ResolvedTenant tenant = fixture().set(ImageKeys.MARIADB, "quay.io/db/mariadb:12").tenant();
    assertThat(server(tenant).path("image").asString()).isEqualTo("quay.io/db/mariadb:12");
    assertThat(server(tenant).at("/metrics/exporter/image").asString()).isEqualTo("exporter:1");
  }

  /** The counts of the quota that are a database's: what the operator makes of its objects. */
  @Test
  void isCountedWithWhatTheOperatorMakes() {
    PeakDemand single = demand(fixture().tenant());
    PeakDemand several = demand(fixture().set(TierKeys.DATABASE_INSTANCES, 3).tenant());

    assertThat(counts(single)).containsExactly("3", "7", "5", "5", "3");
    assertThat(counts(several)).containsExactly("5", "9", "5", "7", "5");
    assertThat(several.share("requests.storage").sum().binary()).isEqualTo("800Gi");
  }

  private static List<String> counts(PeakDemand demand) {
    return List.of("services", "secrets", "configmaps", "pods", "persistentvolumeclaims").stream()
        .map(resource -> demand.share(resource).sum().decimal())
        .toList();
  }

  private static PeakDemand demand(ResolvedTenant tenant) {
    List<ObjectValues> objects =
        Stream.of(database(tenant), backup(tenant))
            .flatMap(artifact -> artifact.objects().stream())
            .map(ObjectValues::of)
            .toList();
    return PeakDemand.of(tenant.namespace(), objects);
  }

  private static TenantFixture fixture() {
    return new TenantFixture("acme-corp", "ACME", "pro")
        .set(TierKeys.DATABASE_INSTANCES, 1)
        .set(TierKeys.DEDICATED_RESOURCES, false)
        .set(TenantKeys.DB_CORES, new Cpu(4000))
        .set(TenantKeys.DB_RAM, Bytes.ofGibi(8))
        .set(TenantKeys.DB_STORAGE, Bytes.ofGibi(100))
        .set(TenantKeys.BACKUP_SCHEDULE, new CronSchedule(17, 2, "* * *"))
        .set(TenantKeys.BACKUP_RETENTION_DAYS, 30)
        .set(TenantKeys.BACKUP_GENERATION, 1)
        .set(ImageKeys.MARIADB, "mariadb:11")
        .set(ImageKeys.MARIADB_OPERATOR, "operator:1")
        .set(ImageKeys.MARIADB_EXPORTER, "exporter:1");
  }

  private static Artifact database(ResolvedTenant tenant) {
    return new DatabaseContributor(StateForm.OPEN)
        .contribute(tenant, GoldenFleet.fleet(), List.of())
        .get(0);
  }

  private static Artifact backup(ResolvedTenant tenant) {
    return new BackupContributor(StateForm.OPEN)
        .contribute(tenant, GoldenFleet.fleet(), List.of())
        .get(0);
  }

  private static JsonNode server(ResolvedTenant tenant) {
    return YamlTrees.trees(database(tenant).text()).get(0).path("spec");
  }

  private static List<String> names(Artifact artifact) {
    return artifact.objects().stream().map(object -> object.ref().name()).toList();
  }
}
