package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.harness.CaseFile;
import io.tenantsmith.harness.DiagnosticPage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code has a page, and what the page shows as printed is what a user sees. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiagnosticPagesTest {

  // Too large for a case file, or something beside the run: BeyondCasesTest, InitTest.
  private static final List<Code> BEYOND_CASES =
      List.of(Code.SRC107, Code.FLT406, Code.FLT416, Code.OUT507, Code.NEW913, Code.INI906);
  // Git is not in a case file; what is rendered has cases of its own: InspectionTest.
  private static final List<String> OTHER_CASES = List.of("PUB", "GRD", "OBJ");

  private final List<CaseFile> cases = CasesTest.cases();
  private final String printed =
      cases.stream().map(CaseFile::expected).collect(Collectors.joining());

  DiagnosticPagesTest() throws IOException {}

  @Test
  void everyPageBelongsToACode() throws IOException {
    List<String> codes = Arrays.stream(Code.values()).map(Code::name).sorted().toList();
    assertThat(DiagnosticPage.names()).isEqualTo(codes);
  }

  @ParameterizedTest
  @EnumSource
  void pageHasTheCodesTitleAndAWayOut(Code code) throws IOException {
    DiagnosticPage page = DiagnosticPage.of(code);
    assertThat(page.heading()).isEqualTo(code + ": " + code.title());
    assertThat(page.tellsHowToFix()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("withCases")
  void exampleIsPrintedByACase(Code code) throws IOException {
    assertThat(DiagnosticPage.of(code).example()).contains(code + ": ").isSubstringOf(printed);
  }

  @ParameterizedTest
  @MethodSource("withCases")
  void everyCodeThatACaseCanReachHasOne(Code code) {
    assertThat(cases).extracting(CaseFile::code).contains(code.name());
  }

  static Stream<Code> withCases() {
    return Arrays.stream(Code.values())
        .filter(code -> !BEYOND_CASES.contains(code))
        .filter(code -> !OTHER_CASES.contains(code.name().substring(0, 3)));
  }
}
