package io.tenantsmith.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Format;
import io.tenantsmith.diagnostic.SourceLines;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.CommandResult;
import io.tenantsmith.engine.Outcome;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.ReportText.Reading;
import io.tenantsmith.engine.ValidateResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogSinkTest {

  private static final SourceRange PLACE = SourceRange.at("tenants/a.yaml", 3, 1);
  private static final Diagnostic ERROR = Diagnostic.error(Code.SCH003, PLACE, "unknown field");
  private static final Diagnostic WARNING = Diagnostic.warning(Code.FLT404, PLACE, "nearly full");

  private final RecordedLog log = new RecordedLog();

  @Test
  void errorsAreLoggedOnceAndLineByLineAtTheLevelThatQuietShows() throws Exception {
    new LogSink(log, Format.TEXT, null).show(report(Outcome.REFUSED, ERROR), Reading.OF_THE_FLEET);

    assertThat(log.lines)
        .containsExactly(
            "info inputs    1 tenant, 1 tier, 1 cluster          ok",
            "error tenants/a.yaml:3:1: error SCH003: unknown field",
            "error 1 error in 1 of 1 file. Nothing was written.");
  }

  @Test
  void warningsAloneAreWarnings() throws Exception {
    new LogSink(log, Format.LINE, null).show(report(Outcome.DONE, WARNING), Reading.OF_THE_FLEET);

    assertThat(log.lines).contains("warn tenants/a.yaml:3:1: warning FLT404: nearly full");
  }

  @Test
  void aFormatForProgramsGoesToItsFile(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("new/report.sarif");

    new LogSink(log, Format.SARIF, file.toFile())
        .show(report(Outcome.REFUSED, ERROR), Reading.OF_THE_FLEET);

    assertThat(Files.readString(file)).contains("\"ruleId\": \"SCH003\"");
    assertThat(log.lines).contains("error tenants/a.yaml:3:1: error SCH003: unknown field");
  }

  @Test
  void theBuildFailsWithOneLine() throws Exception {
    FailurePolicy.apply(report(Outcome.DONE, WARNING));

    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(() -> FailurePolicy.apply(report(Outcome.REFUSED, ERROR, WARNING)))
        .withMessage("Tenantsmith refused: 1 error, see above");
    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(() -> FailurePolicy.apply(report(Outcome.CHANGES_FOUND)));
    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(() -> FailurePolicy.apply(report(Outcome.GUARD_REFUSED)));
    assertThatExceptionOfType(MojoExecutionException.class)
        .isThrownBy(() -> FailurePolicy.apply(report(Outcome.ENVIRONMENT_FAILED)));
  }

  private static Report report(Outcome outcome, Diagnostic... diagnostics) {
    return new Report(
        outcome,
        List.of(diagnostics),
        new ValidateResult(new CommandResult.FleetSize(1, 1, 1)),
        1,
        SourceLines.NONE);
  }
}
