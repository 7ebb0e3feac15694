package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.CaseFile;
import io.tenantsmith.harness.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every file of cases/ is a fleet with something wrong (or, named OK, nothing wrong) and the exact
 * words that a user reads. {@code -Dgolden.update=true} writes the words anew, to be read as a diff
 * before they are committed; never on a CI server.
 */
class CasesTest {

  private static final Path CASES = Path.of("src/test/resources/cases");

  @TempDir private Path folder;

  @TestFactory
  List<DynamicTest> sayWhatTheCaseFileSays() throws IOException {
    return cases().stream().map(c -> DynamicTest.dynamicTest(c.name(), () -> check(c))).toList();
  }

  static List<CaseFile> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
      return sorted.stream().map(CasesTest::read).toList();
    }
  }

  private static CaseFile read(Path file) {
    try {
      return CaseFile.read(file);
    } catch (IOException e) {
      throw new AssertionError("cannot read " + file, e);
    }
  }

  private void check(CaseFile file) throws IOException {
    Scenario scenario = new Scenario(folder.resolve(file.name()), CASES.resolve("base"));
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
    assertThat(said).contains(file.code().equals("OK") ? "outcome: DONE" : file.code() + ": ");
  }
}
