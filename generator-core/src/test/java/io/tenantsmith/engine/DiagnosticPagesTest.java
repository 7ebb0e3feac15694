package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.harness.CaseFile;
import io.tenantsmith.harness.DiagnosticPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
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

  // Too large for a case file, or something beside the run: BeyondCasesTest, InitTest,
  // ExplanationTest.
  private static final List<Code> BEYOND_CASES =
      List.of(
          Code.SRC107,
          Code.FLT406,
          Code.FLT416,
          Code.OUT507,
          Code.NEW913,
          Code.INI906,
          Code.EXP975);
  // Git is not in a case file; what is rendered has cases of its own: InspectionTest; what an edit
  // meets that no input check has refused before, neither: YamlEditTest, EditedFileTest. What a
  // change can do: DangersTest.
  private static final List<String> OTHER_CASES =
      List.of("PUB", "GRD", "OBJ", "CRT", "EDT", "PLN", "DNG");

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

  /** What no case file shows is expected by some other test, by name. */
  @Test
  void everyCodeWithoutACaseIsExpectedElsewhere() throws IOException {
    String tests = texts(Path.of("src/test"));
    assertThat(Arrays.stream(Code.values()).filter(code -> !hasCase(code)))
        .allSatisfy(code -> assertThat(named(code, tests)).as("a test of %s", code).isTrue());
  }

  /** A code that nothing reports has no meaning that could be kept. */
  @Test
  void everyCodeIsReported() throws IOException {
    String sources = texts(Path.of("src/main/java"));
    assertThat(Code.values())
        .allSatisfy(code -> assertThat(sources).containsPattern("\\bCode\\." + code + "\\b"));
  }

  private static boolean named(Code code, String text) {
    return Pattern.compile("\\b" + code + "\\b").matcher(text).find();
  }

  /** All files but this one. */
  private static String texts(Path folder) throws IOException {
    StringBuilder texts = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(DiagnosticPagesTest::isOther).toList()) {
        texts.append(Files.readString(file)).append('\n');
      }
    }
    return texts.toString();
  }

  private static boolean isOther(Path file) {
    String name = file.toString();
    return (name.endsWith(".java") || name.endsWith(".txt"))
        && !name.endsWith("/DiagnosticPagesTest.java");
  }

  static Stream<Code> withCases() {
    return Arrays.stream(Code.values()).filter(DiagnosticPagesTest::hasCase);
  }

  private static boolean hasCase(Code code) {
    return !BEYOND_CASES.contains(code) && !OTHER_CASES.contains(code.name().substring(0, 3));
  }
}
