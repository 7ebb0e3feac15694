package io.tenantsmith.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.harness.CaseFile;
import io.tenantsmith.harness.DiagnosticPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every file of inspections/ changes the rendered objects of a tenant of the sample, and says what
 * is found; named OK, nothing. {@code -Dgolden.update=true} writes that anew, to be read as a diff
 * before it is committed.
 */
class InspectionTest {

  private static final Path CASES = Path.of("src/test/resources/inspections");

  @TestFactory
  List<DynamicTest> findsWhatTheCaseFileSays() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (CaseFile file : cases()) {
      tests.add(DynamicTest.dynamicTest(file.name(), () -> check(file)));
    }
    return tests;
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme-corp", "globex", "tenant1"})
  void findsNothingInWhatIsRendered(String tenant) {
    assertThat(EditedTenant.rendered(tenant).findings()).isEmpty();
  }

  @Test
  void everyRuleHasACase() throws IOException {
    assertThat(cases().stream().map(CaseFile::code).distinct())
        .containsAll(
            Arrays.stream(Code.values())
                .map(Code::name)
                .filter(code -> code.startsWith("OBJ"))
                .toList());
  }

  @Test
  void pagesShowWhatACasePrints() throws IOException {
    StringBuilder printed = new StringBuilder();
    for (CaseFile file : cases()) {
      printed.append(file.expected());
    }
    for (Code code : Code.values()) {
      if (code.name().startsWith("OBJ")) {
        assertThat(DiagnosticPage.of(code).example()).contains(code + ": ").isSubstringOf(printed);
      }
    }
  }

  private static List<CaseFile> cases() throws IOException {
    List<CaseFile> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(CASES)) {
      for (Path file : files.sorted().toList()) {
        cases.add(CaseFile.read(file));
      }
    }
    return cases;
  }

  /** Breaking one rule often breaks no other; where it must, the case shows all. */
  private static void check(CaseFile file) throws IOException {
    String found = EditedTenant.of(file).findings();
    if (Boolean.getBoolean("golden.update")) {
      assertThat(System.getenv("CI")).as("goldens are not updated on a CI server").isNull();
      file.expect(found);
    } else {
      assertThat(found).isEqualTo(file.expected());
    }
    assertThat(found.contains(file.code() + ": ")).isEqualTo(!file.code().equals("OK"));
  }
}
