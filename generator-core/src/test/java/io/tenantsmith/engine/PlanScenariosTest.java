package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.CaseFile;
import io.tenantsmith.harness.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@code plan} says of a change, from the inputs before and after to the exact text. A new
 * scenario is a new file, written like the cases; {@code -Dgolden.update=true} writes its answer.
 */
class PlanScenariosTest {

  private static final Path SCENARIOS = Path.of("src/test/resources/scenarios");
  private static final Path BASE = Path.of("src/test/resources/cases/base");

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("scenarios")
  void aPlanSaysIt(String name) throws IOException {
    CaseFile file = CaseFile.read(SCENARIOS.resolve(name));
    Scenario scenario = new Scenario(folder.resolve("fleet"), BASE);
    for (CaseFile.Section section : file.sections()) {
      scenario.take(section);
    }
    String said = scenario.said();
    if (Boolean.getBoolean("golden.update")) {
      assertThat(System.getenv("CI")).as("goldens are not updated on a CI server").isNull();
      file.expect(said);
    } else {
      assertThat(said).isEqualTo(file.expected());
    }
  }

  static List<String> scenarios() throws IOException {
    try (Stream<Path> files = Files.list(SCENARIOS)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
