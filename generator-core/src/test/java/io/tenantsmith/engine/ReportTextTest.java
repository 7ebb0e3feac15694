package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Format;
import io.tenantsmith.diagnostic.SourceLines;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.diagnostic.Style;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTextTest {

  @Test
  void stepsStandInColumns() {
    Report report =
        report(
            Outcome.DONE,
            List.of(),
            new Report.Step("inputs", "3 tenants, 3 tiers, 1 cluster", "ok"),
            new Report.Step(
                "next", "kubectl apply --server-side -k output/clusters/prod-eu-1", ""));

    assertThat(ReportText.steps(report))
        .containsExactly(
            "inputs    3 tenants, 3 tiers, 1 cluster        ok",
            "next      kubectl apply --server-side -k output/clusters/prod-eu-1");
  }

  @Test
  void onlyARefusalSaysThatNothingWasWritten() {
    Diagnostic mistake = Diagnostic.error(Code.SRC102, SourceRange.ofFile("tenants"), "no tenant");

    assertThat(text(report(Outcome.REFUSED, List.of(mistake)))).contains("Nothing was written.");
    assertThat(text(report(Outcome.ENVIRONMENT_FAILED, List.of(mistake)))).endsWith("1 error.\n");
  }

  @Test
  void theOutcomeIsNamedForPrograms() {
    Report report = report(Outcome.CHANGES_FOUND, List.of());
    assertThat(ReportText.diagnostics(report, Format.JSON, Style.PLAIN))
        .contains("\"outcome\": \"changes-found\"");
  }

  private static String text(Report report) {
    return ReportText.diagnostics(report, Format.TEXT, Style.PLAIN);
  }

  private static Report report(
      Outcome outcome, List<Diagnostic> diagnostics, Report.Step... steps) {
    return new Report(outcome, diagnostics, List.of(steps), 3, SourceLines.NONE);
  }
}
