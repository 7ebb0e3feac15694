package io.tenantsmith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceLines;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.CommandResult;
import io.tenantsmith.engine.Outcome;
import io.tenantsmith.engine.PlanOptions;
import io.tenantsmith.engine.PlanResult;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.ReportText.Reading;
import io.tenantsmith.engine.ValidateResult;
import io.tenantsmith.plan.Baseline;
import io.tenantsmith.plan.FleetPlan;
import io.tenantsmith.plan.PlanLimits;
import io.tenantsmith.surroundings.Surroundings;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ScreenTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void resultsAndDiagnosticsGoSeparateWays() {
    show(Run.screen(out, err, false));

    assertThat(Run.text(out))
        .isEqualTo("inputs    3 tenants, 3 tiers, 1 cluster" + " ".repeat(8) + "ok\n");
    assertThat(Run.text(err))
        .startsWith("tenants/é.yaml:1:1: error SCH003: x\n")
        .contains("1 error");
  }

  @Test
  void aFormatForMachinesHasNoSteps() {
    show(Run.screen(out, err, true), "--format", "sarif");

    assertThat(Run.text(out)).startsWith("{").doesNotContain("inputs");
    assertThat(Run.text(err)).isEmpty();
  }

  @Test
  void coloursAreForTerminalsThatWantThem() {
    show(screen(new Given(null)));
    assertThat(Run.text(err)).contains("\u001b[1;31merror");

    err.reset();
    show(screen(new Given("1")));
    assertThat(Run.text(err)).doesNotContain("\u001b");

    err.reset();
    show(screen(new Given(null)), "--no-color");
    assertThat(Run.text(err)).doesNotContain("\u001b");
  }

  @Test
  void aPlanIsAsWideAsTheTerminal() {
    String why = "a reason that nobody reads in one line of eighty columns, which it is to show";
    Given wide = new Given(null);
    wide.columns = "120";
    screen(wide).show(planned(why), new ReportOptions(), Reading.OF_THE_FLEET);
    assertThat(Run.text(out)).contains("(" + why + ")\n");

    out.reset();
    screen(new Given(null)).show(planned(why), new ReportOptions(), Reading.OF_THE_FLEET);
    assertThat(Run.text(out)).doesNotContain(why).contains("a reason");
  }

  private static Report planned(String why) {
    FleetPlan plan =
        new FleetPlan(
            "",
            new Baseline(Baseline.Kind.OUTPUT, "output", "", "", why, null),
            new FleetPlan.Counts(0, 0, 0, 3),
            List.of(),
            List.of(),
            new PlanLimits(List.of(), List.of()),
            "");
    PlanOptions.View view = new PlanOptions.View("text", PlanOptions.Depth.BRIEF);
    PlanResult result =
        new PlanResult(new CommandResult.FleetSize(3, 3, 1), plan, List.of(), view, List.of());
    return new Report(Outcome.DONE, List.of(), result, 3, SourceLines.NONE);
  }

  @Test
  void progressShowsAfterASecondAndIsErased() {
    Given given = new Given(null);
    try (ScreenProgress progress = ScreenProgress.on(screen(given))) {
      progress.at("rendering", 1, 3);
      assertThat(Run.text(err)).isEmpty();
      given.now = given.now.plus(Duration.ofSeconds(2));
      progress.at("rendering", 2, 3);
      assertThat(Run.text(err)).isEqualTo("\r\u001b[Krendering 2 of 3");
    }
    assertThat(Run.text(err)).endsWith("\r\u001b[K");
    assertThat(Run.text(out)).isEmpty();
  }

  private Screen screen(Surroundings surroundings) {
    return new Screen(Screen.utf8(out), Screen.utf8(err), true, surroundings);
  }

  private static void show(Screen screen, String... args) {
    ReportOptions options = new ReportOptions();
    new CommandLine(options).parseArgs(args);
    screen.show(report(), options, Reading.OF_THE_FLEET);
  }

  private static Report report() {
    Diagnostic mistake = Diagnostic.error(Code.SCH003, SourceRange.at("tenants/é.yaml", 1, 1), "x");
    return new Report(
        Outcome.REFUSED,
        List.of(mistake),
        new ValidateResult(new CommandResult.FleetSize(3, 3, 1)),
        3,
        SourceLines.NONE);
  }

  /** Surroundings with a clock to turn and an environment to choose. */
  private static final class Given implements Surroundings {
    private final @Nullable String noColor;
    private Instant now = Instant.EPOCH;
    private String columns = "80";

    Given(@Nullable String noColor) {
      this.noColor = noColor;
    }

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public long processId() {
      return 1;
    }

    @Override
    public String hostName() {
      return "test";
    }

    @Override
    public double jitter() {
      return 0;
    }

    @Override
    public Optional<String> environment(String name) {
      return switch (name) {
        case "NO_COLOR" -> Optional.ofNullable(noColor);
        case "COLUMNS" -> Optional.of(columns);
        default -> Optional.empty();
      };
    }

    @Override
    public void sleep(Duration duration) {
      now = now.plus(duration);
    }
  }
}
