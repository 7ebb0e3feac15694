package io.tenantsmith.render.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.Contracts;
import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.harness.YamlTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The objects of docs/restore.md are those of the sample fleet, and keep the operator's contract.
 */
class RestorePageTest {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^( *)```yaml (\\S+)\n(.*?)^\\1```$");

  private static final Map<String, String> BLOCKS = new LinkedHashMap<>();

  @BeforeAll
  static void read() throws IOException {
    Matcher block = BLOCK.matcher(Files.readString(SampleFleet.root().resolve("docs/restore.md")));
    while (block.find()) {
      BLOCKS.put(block.group(2), block.group(3).indent(-block.group(1).length()));
    }
  }

  @Test
  void theSourceIsWhatTheSampleBacksUp() {
    List<JsonNode> source = YamlTrees.trees(block("copy/source.yaml"));
    JsonNode nightly = rendered("backup.yaml", "mariadb-nightly-");
    JsonNode archive = rendered("backup.yaml", "mariadb-pitr");

    assertThat(source).hasSize(2);
    assertThat(source.get(0).at("/spec/storage")).isEqualTo(nightly.at("/spec/storage"));
    assertThat(source.get(0).at("/spec/compression")).isEqualTo(nightly.at("/spec/compression"));
    assertThat(source.get(1).at("/spec/storage")).isEqualTo(archive.at("/spec/storage"));
    assertThat(source.get(1).at("/spec/compression")).isEqualTo(archive.at("/spec/compression"));
    assertThat(source.get(1).at("/spec/physicalBackupRef/name"))
        .isEqualTo(source.get(0).at("/metadata/name"));
  }

  /** Without a suspended schedule the operator takes a backup at once, into what is to be read. */
  @Test
  void theSourceNeverRuns() {
    JsonNode schedule = YamlTrees.trees(block("copy/source.yaml")).get(0).at("/spec/schedule");
    assertThat(schedule.path("suspend").asBoolean()).isTrue();
    assertThat(schedule).hasSize(1);
  }

  @Test
  void stagingIsThatOfTheNightlyBackup() {
    assertThat(bootstrap().path("stagingStorage"))
        .isEqualTo(rendered("backup.yaml", "mariadb-nightly-").at("/spec/stagingStorage"));
  }

  @Test
  void objectsKeepTheContract() {
    assertThat(Contracts.kubernetes().problemsOf(block("copy/source.yaml"))).isEmpty();
    ObjectNode server = (ObjectNode) rendered("database.yaml", "mariadb").deepCopy();
    server.withObject("/spec").set("bootstrapFrom", bootstrap());
    assertThat(Contracts.kubernetes().problemsOf(server)).isEmpty();
  }

  private static JsonNode bootstrap() {
    return YamlTrees.trees(block("copy/bootstrap.yaml")).get(0).at("/spec/bootstrapFrom");
  }

  private static String block(String name) {
    assertThat(BLOCKS).containsKey(name);
    return BLOCKS.get(name);
  }

  /** The first object of a file of acme-corp whose name begins so. */
  private static JsonNode rendered(String file, String name) {
    Path folder = SampleFleet.root().resolve("output/clusters/prod-eu-1/tenants/acme-corp");
    return YamlTrees.trees(YamlTrees.text(folder.resolve(file))).stream()
        .filter(object -> object.at("/metadata/name").asString().startsWith(name))
        .findFirst()
        .orElseThrow();
  }
}
