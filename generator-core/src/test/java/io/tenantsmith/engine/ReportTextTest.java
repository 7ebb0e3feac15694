package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Format;
import io.tenantsmith.diagnostic.SourceLines;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.diagnostic.Style;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTextTest {

  private static final CommandResult.FleetSize FLEET = new CommandResult.FleetSize(3, 3, 1);

  @Test
  void stepsStandInColumns() {
    GenerateResult.NextStep next =
        new GenerateResult.NextStep("prod-eu-1", "output/clusters/prod-eu-1", List.of());
    GenerateResult result =
        new GenerateResult(
            FLEET,
            new GenerateResult.Writing(
                "output",
                new CommandResult.Rendering(273, 94, "0.4 s"),
                new CommandResult.FileChanges(94, 0, 0, 0),
                List.of(),
                List.of(),
                List.of(),
                List.of(next),
                null));

    assertThat(ReportText.summary(report(Outcome.DONE, List.of(), result)))
        .containsExactly(
            "inputs    3 tenants, 3 tiers, 1 cluster        ok",
            "rendered  273 objects in 94 files              0.4 s",
            "wrote     output                               94 new, 0 changed, 0 removed",
            "next      kubectl apply --server-side -k output/clusters/prod-eu-1");
  }

  @Test
  void fewTenantsAreNamedAndTheOthersCounted() {
    List<GenerateResult.TenantFiles> tenants = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      tenants.add(new GenerateResult.TenantFiles("t" + i, "c", 15, 60, i < 3 ? "new" : "changed"));
    }
    GenerateResult result =
        new GenerateResult(
            FLEET,
            new GenerateResult.Writing(
                "output",
                new CommandResult.Rendering(273, 94, "0.4 s"),
                new CommandResult.FileChanges(30, 70, 15, 0),
                tenants,
                List.of("gone"),
                List.of(),
                List.of(),
                null));

    assertThat(ReportText.summary(report(Outcome.DONE, List.of(), result)).subList(3, 6))
        .containsExactly(
            "new       t1, t2                               2 tenants",
            "changed   t3, t4, t5, t6 and 3 more            7 tenants",
            "removed   gone                                 1 tenant");
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
    assertThat(ReportText.inFormat(report, Format.JSON, Style.PLAIN))
        .contains("\"outcome\": \"changes-found\"");
  }

  private static String text(Report report) {
    return ReportText.inFormat(report, Format.TEXT, Style.PLAIN);
  }

  private static Report report(Outcome outcome, List<Diagnostic> diagnostics) {
    return report(outcome, diagnostics, new ValidateResult(FLEET));
  }

  private static Report report(
      Outcome outcome, List<Diagnostic> diagnostics, CommandResult result) {
    return new Report(outcome, diagnostics, result, 3, SourceLines.NONE);
  }
}
