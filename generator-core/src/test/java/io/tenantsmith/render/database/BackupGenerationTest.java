package io.tenantsmith.render.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.GoldenFleet;
import io.tenantsmith.harness.GoldenFleet.TenantFixture;
import io.tenantsmith.harness.YamlTrees;
import io.tenantsmith.lifecycle.StateForm;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.CronSchedule;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.render.Artifact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each generation of backups has prefixes that no other generation has, neither as a beginning. */
class BackupGenerationTest {

  private static final String PREFIX = "/spec/storage/s3/prefix";

  /** The operator lists what is below a prefix with a slash behind it. */
  @Test
  void noPrefixIsBelowThatOfAnotherGeneration() {
    List<String> all = new ArrayList<>();
    for (int generation : new int[] {1, 2, 10, 11, 9999}) {
      for (JsonNode object : backup(generation)) {
        if (object.at(PREFIX).isString()) {
          all.add(object.at(PREFIX).asString() + "/");
        }
      }
    }
    assertThat(all).hasSize(10).doesNotHaveDuplicates();
    for (String one : all) {
      assertThat(all.stream().filter(other -> other.startsWith(one))).containsExactly(one);
    }
  }

  /** The full backup is a new object, since a prefix is immutable; the archive stays the same. */
  @Test
  void theArchiveFollowsTheBackupOfItsGeneration() {
    TreeSet<String> nightly = new TreeSet<>();
    for (int generation : new int[] {1, 2, 3}) {
      List<JsonNode> objects = backup(generation);
      JsonNode archive = named(objects, "mariadb-pitr");
      String name = archive.at("/spec/physicalBackupRef/name").asString();
      JsonNode full = named(objects, name);

      assertThat(full.at(PREFIX).asString()).isEqualTo("acme-corp/full/" + generation);
      assertThat(archive.at(PREFIX).asString()).isEqualTo("acme-corp/binlog/" + generation);
      assertThat(full.at("/spec/schedule/immediate").asBoolean()).isTrue();
      nightly.add(name);
    }
    assertThat(nightly).hasSize(3);
  }

  /** What a generation does not concern stays byte for byte. */
  @Test
  void nothingElseMoves() {
    List<JsonNode> first = backup(1);
    List<JsonNode> second = backup(2);
    HashSet<JsonNode> moved = new HashSet<>(second);
    moved.removeAll(first);
    assertThat(moved.stream().map(object -> object.path("kind").asString()))
        .containsExactlyInAnyOrder("PhysicalBackup", "PointInTimeRecovery");
  }

  private static JsonNode named(List<JsonNode> objects, String name) {
    return objects.stream()
        .filter(object -> object.at("/metadata/name").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> backup(int generation) {
    TenantFixture fixture =
        new TenantFixture("acme-corp", "ACME", "pro")
            .set(TierKeys.DATABASE_INSTANCES, 2)
            .set(TierKeys.DEDICATED_RESOURCES, false)
            .set(TenantKeys.DB_STORAGE, Bytes.ofGibi(100))
            .set(TenantKeys.BACKUP_SCHEDULE, new CronSchedule(17, 2, "* * *"))
            .set(TenantKeys.BACKUP_RETENTION_DAYS, 30)
            .set(TenantKeys.BACKUP_GENERATION, generation);
    Artifact artifact =
        new BackupContributor(StateForm.OPEN)
            .contribute(fixture.tenant(), GoldenFleet.fleet(), List.of())
            .get(0);
    return YamlTrees.trees(artifact.text());
  }
}
