package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Format;
import io.tenantsmith.diagnostic.Style;
import io.tenantsmith.engine.command.New;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.harness.DiagnosticPage;
import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.surroundings.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody else does to the folder while {@code new} asks its last question. */
class NewBesideOthersTest {

  private static final NewTenant ALL_BUT_THE_TIER =
      NewTenant.EMPTY
          .with(TenantField.TENANT_ID, "initech")
          .with(TenantField.DISPLAY_NAME, "Initech")
          .with(TenantField.ADMIN_EMAIL, "it@initech.example.com");

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void beginWithTheSample() throws IOException {
    SampleFleet.copyTo(folder, 1);
    file = folder.resolve("tenants/initech.yaml");
  }

  @Test
  void aFileThatSomebodyElseWroteMeanwhileStays() throws IOException {
    Report report = run(() -> Files.writeString(file, "theirs\n"));

    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(report.diagnostics()).extracting(d -> d.code()).containsExactly(Code.NEW912);
    assertThat(file).hasContent("theirs");
  }

  @Test
  void aDiskThatRefusesIsTheEnvironment() throws IOException {
    Report report = run(this::putAFileInPlaceOfTheFolder);

    assertThat(report.outcome()).isEqualTo(Outcome.ENVIRONMENT_FAILED);
    assertThat(ReportText.inFormat(report, Format.TEXT, Style.PLAIN))
        .contains(DiagnosticPage.of(Code.NEW913).example());
  }

  private void putAFileInPlaceOfTheFolder() throws IOException {
    Files.move(folder.resolve("tenants"), folder.resolve("elsewhere"));
    Files.writeString(folder.resolve("tenants"), "");
  }

  private Report run(Deed meanwhile) {
    Questions questions =
        (question, usual) -> {
          if (question.startsWith("Tier")) {
            return Optional.of("free");
          }
          if (!question.startsWith("Template")) {
            return Optional.of(usual);
          }
          try {
            meanwhile.run();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return Optional.of(usual);
        };
    return new New(ALL_BUT_THE_TIER, false)
        .run(
            Request.of(folder),
            new Session(
                Surroundings.ofThisProcess(),
                Progress.NONE,
                questions,
                Front.LAUNCHER,
                cause -> {}));
  }

  /** What somebody else does. */
  private interface Deed {
    void run() throws IOException;
  }
}
