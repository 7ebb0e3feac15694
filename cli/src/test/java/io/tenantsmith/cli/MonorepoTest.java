package io.tenantsmith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fleet below the root of a repository, and a launcher that is started from anywhere in it. */
class MonorepoTest {

  private static final String FLEET = "platform/fleet/";
  private static final String FILE = "tenants/initech.yaml";

  @TempDir private Path repository;

  @BeforeEach
  void aMistakeInAFleetOfAMonorepo() throws IOException {
    SampleCopy.inputs(repository.resolve(FLEET));
    Files.writeString(repository.resolve(FLEET + FILE), "tenant_id: initech\ntier: gold\n");
    Files.createDirectories(repository.resolve("docs"));
    SampleCopy.git(repository, "init", "-q", "-b", "main");
  }

  @ParameterizedTest
  @CsvSource({
    "'',                     platform/fleet,    platform/fleet/tenants/initech.yaml",
    "docs,                   ../platform/fleet, ../platform/fleet/tenants/initech.yaml",
    "platform/fleet,         .,                 tenants/initech.yaml",
    "platform/fleet/tenants, ..,                initech.yaml",
  })
  void peopleGetPathsFromWhereTheyAreAndHostsFromTheRoot(String here, String fleet, String path)
      throws Exception {
    Run people = launch(here, fleet, "text");
    assertThat(people.code()).isEqualTo(1);
    assertThat(people.err().lines())
        .anyMatch(line -> line.startsWith(path + ":2:7: error TEN204"))
        .contains("    2 | tier: gold");
    assertThat(repository.resolve(here).resolve(path)).isRegularFile();
    assertThat(launch(here, fleet, "github").out()).contains("file=" + FLEET + FILE + ",line=2,");
  }

  @Test
  void otherProgramsGetPathsFromTheRoot() throws Exception {
    assertThat(launch("docs", "../platform/fleet", "sarif").out())
        .contains("\"uri\": \"" + FLEET + FILE + "\"")
        .doesNotContain("../platform");
    assertThat(launch("docs", "../platform/fleet", "json").out())
        .contains("\"file\": \"" + FILE + "\"", "\"path\": \"" + FLEET + FILE + "\"");
  }

  /** In a process of its own, since none can change its current folder. */
  private Run launch(String here, String fleet, String format) throws Exception {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), Launcher.class.getName()));
    line.addAll(List.of("validate", "--directory", fleet, "--format", format));
    Path err = Files.createTempFile(repository, "err", ".txt");
    Process process =
        new ProcessBuilder(line)
            .directory(repository.resolve(here).toFile())
            .redirectError(err.toFile())
            .start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), out, Files.readString(err));
  }
}
