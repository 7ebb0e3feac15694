package io.tenantsmith.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tenantsmith.harness.Contracts;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.InputSource;

/** {@code -Dgolden.update=true} writes the goldens anew, to be read as a diff. */
class FormatTest {

  private static final Path GOLDEN =
      Path.of("src/test/resources/io/tenantsmith/diagnostic/formats");

  @ParameterizedTest
  @EnumSource(Format.class)
  void writesTheGoldenReport(Format format) throws IOException {
    String written = format.write(Samples.findings(), Style.PLAIN);
    if (Boolean.getBoolean("golden.update")) {
      assertThat(System.getenv("CI")).as("goldens are not updated on a CI server").isNull();
      Files.writeString(GOLDEN.resolve("report." + format.label()), written);
    }
    assertThat(written).isEqualTo(Files.readString(GOLDEN.resolve("report." + format.label())));
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void letsNoTerminalEscapeThrough(Format format) {
    assertThat(format.write(Samples.findings(), Style.PLAIN)).doesNotContain("\u001b");
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void coloursOnlyWhatPeopleRead(Format format) {
    String coloured = format.write(Samples.findings(), Style.COLOURED);
    assertThat(coloured.contains("\u001b[1;31m")).isNotEqualTo(format.isForMachines());
  }

  @Test
  void junitIsXml() throws Exception {
    String xml = Format.JUNIT.write(Samples.findings(), Style.PLAIN);
    var document =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)));
    assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(3);
    assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(4);
  }

  @Test
  void junitTellsHowLongTheRunTook() {
    RunFacts facts = new RunFacts("1.0.0", "", Duration.ofMillis(4210));
    assertThat(Format.JUNIT.write(Samples.findings().with(facts), Style.PLAIN))
        .contains(
            "<testsuites name=\"tenantsmith\" tests=\"4\" failures=\"3\" errors=\"0\" time=\"4.210\">");
  }

  @Test
  void sarifLinksPagesWhereTheBuildNamesAnAddress() {
    RunFacts facts = new RunFacts("1.0.0", "https://git.example.com/t", Duration.ZERO);
    assertThat(Format.SARIF.write(Samples.findings().with(facts), Style.PLAIN))
        .contains(
            "\"version\": \"1.0.0\"",
            "\"informationUri\": \"https://git.example.com/t\"",
            "\"helpUri\": \"https://git.example.com/t/docs/diagnostics/SCH003.md\"");
  }

  @Test
  void aFingerprintOutlivesMovedLinesAndTellsApartWhatIsAlike() {
    Fingerprints first = new Fingerprints();
    String above = first.next(error(3, "x"));
    String below = first.next(error(9, "x"));
    Fingerprints second = new Fingerprints();
    assertThat(second.next(error(4, "x"))).isEqualTo(above).isNotEqualTo(below);
    assertThat(second.next(error(5, "y"))).isNotEqualTo(above).isNotEqualTo(below);
    assertThat(second.next(error(10, "x"))).isEqualTo(below);
  }

  private static Diagnostic error(int line, String message) {
    return Diagnostic.error(Code.SCH003, SourceRange.at("a.yaml", line, 1), message);
  }

  /** The schema of OASIS is not ours; it lies beside the project, or the test is skipped. */
  @Test
  void sarifIsWhatOasisSays() throws IOException {
    Path schema = Contracts.path("contracts/sarif-schema-2.1.0.json");
    Schema sarif =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(Files.readString(schema));
    assertThat(sarif.validate("{\"version\": \"2.1.0\"}", InputFormat.JSON)).isNotEmpty();
    DiagnosticReport none = new DiagnosticReport("done", List.of(), SourceLines.NONE, 3, false);
    List<Diagnostic> all = new ArrayList<>();
    for (Code code : Code.values()) {
      all.add(Diagnostic.note(code, SourceRange.ofFile("a.yaml"), code.title()));
    }
    RunFacts facts = new RunFacts("1.0.0", "https://git.example.com/t", Duration.ZERO);
    DiagnosticReport every = new DiagnosticReport("done", all, SourceLines.NONE, 3, false);
    for (DiagnosticReport report : List.of(none, Samples.findings(), every.with(facts))) {
      String text = Format.SARIF.write(report, Style.PLAIN);
      assertThat(sarif.validate(text, InputFormat.JSON)).isEmpty();
    }
  }

  @Test
  void everyLineOfTheGithubFormatIsOneOfOurs() {
    String text = Format.GITHUB.write(Samples.findings(), Style.PLAIN);
    assertThat(text.lines())
        .allMatch(line -> line.matches("::(error|warning|notice) .*|3 errors, 1 warning .*"));
  }

  @Test
  void peopleSeeFiftyOfAFileAndTheNumberOfTheRest() {
    List<Diagnostic> many = new ArrayList<>();
    for (int line = 1; line <= 63; line++) {
      many.add(Diagnostic.error(Code.SCH003, SourceRange.at("a.yaml", line, 1), "x"));
    }
    DiagnosticReport findings = new DiagnosticReport("refused", many, SourceLines.NONE, 1, true);

    List<String> lines = Format.LINE.write(findings, Style.PLAIN).lines().toList();

    assertThat(lines).hasSize(52);
    assertThat(lines.get(50)).isEqualTo("a.yaml: 13 more");
    assertThat(lines.get(51)).isEqualTo("63 errors in 1 of 1 file. Nothing was written.");
  }

  @Test
  void peopleSeeTwentyThatSayTheSameOfDifferentFilesAndTheirHintOnce() {
    List<Diagnostic> many = new ArrayList<>();
    for (int file = 1; file <= 1004; file++) {
      SourceRange place = SourceRange.ofFile("output/" + file);
      many.add(Diagnostic.error(Code.OUT506, place, "stale").withHint("run generate"));
    }
    DiagnosticReport findings = new DiagnosticReport("refused", many, SourceLines.NONE, 1, false);

    List<String> lines = Format.TEXT.write(findings, Style.PLAIN).lines().toList();

    assertThat(lines).hasSize(23);
    assertThat(lines.subList(19, 23))
        .containsExactly(
            "output/20: error OUT506: stale",
            "  hint for these 20: run generate",
            "OUT506: stale: 984 more",
            "1004 errors.");
    for (Format format : Format.values()) {
      if (format.isForMachines()) {
        assertThat(format.write(findings, Style.PLAIN)).contains("output/1004");
      }
    }
  }

  @Test
  void nothingFoundIsNothingToReadForPeople() {
    DiagnosticReport none = new DiagnosticReport("done", List.of(), SourceLines.NONE, 3, false);
    assertThat(Format.TEXT.write(none, Style.COLOURED)).isEmpty();
    assertThat(Format.JSON.write(none, Style.PLAIN)).contains("\"diagnostics\": []");
    assertThat(Format.JUNIT.write(none, Style.PLAIN)).contains("name=\"nothing found\"");
  }

  @Test
  void namesAreLowerCase() {
    assertThat(Format.labels()).containsExactly("text", "line", "json", "sarif", "github", "junit");
    assertThat(Format.named("sarif")).contains(Format.SARIF);
    assertThat(Format.named("SARIF")).isEmpty();
  }
}
