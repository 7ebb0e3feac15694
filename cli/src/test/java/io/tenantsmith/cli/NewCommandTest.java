package io.tenantsmith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.engine.TenantField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NewCommandTest {

  private static final Path SAMPLE = Path.of("..");

  @TempDir private Path fleet;
  private String readme = "";

  @BeforeEach
  void copyTheSample() throws IOException {
    readme = Files.readString(SAMPLE.resolve("README.md"));
    for (String folder : List.of("tenants", "tiers", "schema")) {
      try (Stream<Path> files = Files.walk(SAMPLE.resolve(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          copy(SAMPLE.relativize(file));
        }
      }
    }
    copy(Path.of("fleet.yaml"));
  }

  @Test
  void whatTheReadmeRunsWritesWhatTheReadmeShows() throws IOException {
    Run run = inTheFleet(command());

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .containsPattern("wrote     \\S*" + fleet.getFileName() + "/tenants/initech.yaml\n")
        .contains("next      tenantsmith generate --directory \"" + fleet + "\"\n")
        .contains(" add tenants/initech.yaml output && git -C \"" + fleet + "\" commit\n");
    String shown = readme.substring(readme.indexOf("```yaml\n") + 8);
    assertThat(fleet.resolve("tenants/initech.yaml"))
        .content()
        .isEqualTo(shown.substring(0, shown.indexOf("```")));
    assertThat(inTheFleet(command()).code()).as("never over a file").isEqualTo(1);
  }

  @Test
  void aDryRunIsTheFileAndNothingElse() {
    List<String> command = new ArrayList<>(command());
    command.add("--dry-run");

    Run run = inTheFleet(command);

    assertThat(run.out()).startsWith("# yaml-language-server").endsWith("\ntier: free\n");
    assertThat(fleet.resolve("tenants/initech.yaml")).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource
  void everyFieldIsAnOption(TenantField field) {
    Run run =
        inTheFleet(
            List.of("new", "--dry-run", "--format", "json", "--" + field.option(), "no w\u00e4y"));

    assertThat(run.code()).as("the value arrives and is refused").isEqualTo(1);
    assertThat(run.out()).contains("tenants/").doesNotContain(field.key() + " is not stated");
  }

  @Test
  void theIdIsGivenOnce() {
    assertThat(Run.of("new", "initech", "--id", "globex").code()).isEqualTo(ExitCode.USAGE);
  }

  /** The README's command, as words. */
  private List<String> command() {
    String line =
        readme
            .lines()
            .filter(text -> text.startsWith("    cli/target/tenantsmith new "))
            .findFirst()
            .orElseThrow();
    return List.of(line.strip().substring("cli/target/tenantsmith ".length()).split(" ", 0));
  }

  private Run inTheFleet(List<String> words) {
    List<String> args = new ArrayList<>(words);
    args.addAll(List.of("--directory", fleet.toString()));
    return Run.of(args.toArray(String[]::new));
  }

  private void copy(Path file) throws IOException {
    Path target = fleet.resolve(file);
    Files.createDirectories(target.getParent());
    Files.copy(SAMPLE.resolve(file), target);
  }
}
