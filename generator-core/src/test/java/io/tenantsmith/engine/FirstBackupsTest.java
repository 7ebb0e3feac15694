package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.engine.command.Generate;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.harness.IsolatedGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which nightly backups start at once, from one run to the next. */
class FirstBackupsTest {

  private static final Pattern NIGHTLY =
      Pattern.compile("name: (mariadb-nightly-[0-9a-f]{8})\n(?s:.*?)immediate: (true|false)\n");

  @TempDir private Path root;
  private FleetFolder fleet;

  @BeforeEach
  void threeTenants() throws IOException {
    fleet = FleetFolder.in(root).tenants(3, "One");
    fleet.expect(fleet.generate());
  }

  @Test
  void thatOfANewTenantDoesAndStaysAsItIs() throws IOException {
    assertThat(atOnce()).containsOnlyKeys("t000", "t001", "t002").doesNotContainValue(false);
    SortedMap<String, String> before = fleet.output();
    fleet.tenants(4, "One");
    fleet.expect(fleet.generate());
    assertThat(atOnce()).containsEntry("t003", true).doesNotContainValue(false);
    assertThat(fleet.output()).containsAllEntriesOf(unshared(before));
  }

  /** Going back is a second replacement, not the first backup. */
  @Test
  void aNewBucketStartsNone() throws IOException {
    bucket("another-bucket");
    assertThat(atOnce()).hasSize(3).doesNotContainValue(true);
    assertThat(index()).doesNotContain("first_backup");
    bucket("tenant-backups-eu-central-1");
    assertThat(atOnce()).hasSize(3).doesNotContainValue(true);
  }

  /** Its archive begins anew, and nothing could be restored from it before the night. */
  @Test
  void aDatabaseThatComesBackDoes() throws IOException {
    IsolatedGit git = IsolatedGit.init(root);
    bucket("another-bucket");
    git.run("add", "output");
    git.run("commit", "-q", "-m", "active");
    tenant("t001", "state: suspended\n");
    assertThat(atOnce()).hasSize(3).doesNotContainValue(true);
    git.run("commit", "-q", "-a", "-m", "suspended");
    tenant("t001", "state: retained\nuntil: \"2027-03-31\"\n");
    assertThat(atOnce()).containsOnlyKeys("t000", "t002");
    git.run("commit", "-q", "-a", "-m", "retained");
    tenant("t001", "");
    assertThat(atOnce()).containsEntry("t000", false).containsEntry("t001", true);
    SortedMap<String, String> before = fleet.output();
    fleet.expect(fleet.generate());
    assertThat(fleet.output()).isEqualTo(before);
  }

  @Test
  void aGrownDatabaseStartsNone() throws IOException {
    tenant("t001", "resources: {db_storage: 60Gi}\n");
    assertThat(atOnce()).containsEntry("t000", true).containsEntry("t001", false);
  }

  @Test
  void aNewGenerationDoes() throws IOException {
    bucket("another-bucket");
    tenant("t001", "backup: {generation: 2}\n");
    assertThat(atOnce()).containsEntry("t000", false).containsEntry("t001", true);
    assertThat(index()).containsOnlyOnce("first_backup");
    SortedMap<String, String> before = fleet.output();
    fleet.expect(fleet.generate());
    assertThat(fleet.output()).isEqualTo(before);
  }

  /** A new version of the generator may rename all backups, and its index may know less. */
  @Test
  void anOlderIndexStartsNone() throws IOException {
    Path file = root.resolve("output/index.json");
    String text = Files.readString(file);
    String older = text.replaceAll(", \"first_backup\": \"[^\"]+\"", "");
    assertThat(older).isNotEqualTo(text);
    Files.writeString(file, older);
    fleet.expect(fleet.generate());
    assertThat(atOnce()).hasSize(3).doesNotContainValue(true);
  }

  @Test
  void aRunOfOneTenantLeavesTheOthers() throws IOException {
    Path file = root.resolve("fleet.yaml");
    Files.writeString(
        file, Files.readString(file).replaceFirst("bucket: [a-z0-9-]+", "bucket: another-bucket"));
    Request one = new Request(root, Request.Folders.USUAL, new Request.Selection("t001", null));
    fleet.expect(new Generate(false).run(one, Session.ofThisProcess()));
    assertThat(atOnce()).containsEntry("t000", true).containsEntry("t001", false);
    assertThat(index().split("first_backup", -1)).hasSize(3);
  }

  private void bucket(String name) throws IOException {
    Path file = root.resolve("fleet.yaml");
    String text = Files.readString(file);
    String other = text.replaceFirst("bucket: [a-z0-9-]+", "bucket: " + name);
    assertThat(other).isNotEqualTo(text);
    Files.writeString(file, other);
    fleet.expect(fleet.generate());
  }

  private void tenant(String id, String more) throws IOException {
    Path file = root.resolve("tenants/" + id + ".yaml");
    String text = Files.readString(file).replaceAll("(?m)^(state|until):.*\n", "");
    Files.writeString(file, text + more);
    fleet.expect(fleet.generate());
  }

  private String index() throws IOException {
    return Files.readString(root.resolve("output/index.json"));
  }

  /** Files of tenants. */
  private static Map<String, String> unshared(SortedMap<String, String> output) {
    Map<String, String> own = new TreeMap<>(output);
    own.keySet().removeIf(path -> !path.contains("/tenants/t"));
    return own;
  }

  /** Whether the nightly backup starts at once, by tenant. */
  private SortedMap<String, Boolean> atOnce() throws IOException {
    SortedMap<String, Boolean> found = new TreeMap<>();
    fleet
        .output()
        .forEach(
            (path, text) -> {
              if (path.endsWith("/backup.yaml") && text.contains("kind: PhysicalBackup")) {
                Matcher nightly = NIGHTLY.matcher(text);
                assertThat(nightly.find()).isTrue();
                found.put(
                    Path.of(path).getName(Path.of(path).getNameCount() - 2).toString(),
                    Boolean.valueOf(nightly.group(2)));
              }
            });
    return found;
  }
}
