package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.harness.CaseFile;
import io.tenantsmith.harness.Scenario;
import io.tenantsmith.lifecycle.Step;
import io.tenantsmith.model.TenantState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where a state is refused, and where a file is gone, the hint names a command: pasted into a shell
 * it writes a state that may follow.
 */
class StepHintTest {

  private static final Pattern COMMAND =
      Pattern.compile(": tenantsmith ((?:offboard|restore) .*?) \\(mvn tenantsmith:(.*?)\\)$");
  private static final Path BASE = Path.of("src/test/resources/cases/base");

  @TempDir private Path folder;

  static Stream<Arguments> refused() {
    return Arrays.stream(TenantState.values())
        .flatMap(
            from ->
                Arrays.stream(TenantState.values())
                    .filter(to -> !Step.mayFollow(from, to))
                    .map(to -> Arguments.of(from, to)));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatTheHintNamesMendsTheFile(TenantState from, TenantState to) throws IOException {
    Scenario scenario = published(from, stating(to));
    String command = command(scenario.reportOf("validate"), Code.LIF102);

    Report written = scenario.reportOf(command + " --yes");

    assertThat(written.outcome()).as("%s", written.diagnostics()).isEqualTo(Outcome.DONE);
    assertThat(state()).matches(now -> Step.between(from, now).isPresent());
    assertThat(scenario.reportOf("validate").outcome()).isEqualTo(Outcome.DONE);
  }

  static Stream<TenantState> living() {
    return Arrays.stream(TenantState.values()).filter(state -> state != TenantState.ERASED);
  }

  /** Once the file is there again. */
  @ParameterizedTest
  @MethodSource("living")
  void whatTheHintOfAMissingFileNamesIsTheNextStep(TenantState from) throws IOException {
    Scenario scenario = published(from, "");
    String command = command(scenario.reportOf("validate"), Code.LIF101);
    section(scenario, "tenants/acme-corp.yaml", stating(from));

    Report written = scenario.reportOf(command + " --yes");

    assertThat(written.outcome()).as("%s", written.diagnostics()).isEqualTo(Outcome.DONE);
    assertThat(Optional.of(state())).isEqualTo(Step.onward(from).to());
  }

  /** A tenant that is published in a state; its file says something else, or is not there. */
  private Scenario published(TenantState from, String file) throws IOException {
    Scenario scenario = new Scenario(folder.resolve("fleet"), BASE);
    section(
        scenario,
        "output/index.json",
        "{\"schema\": 1, \"tool\": \"tenantsmith 0.0.9\", \"input\": \"\", \"files\": {},"
            + " \"tenants\": [\n  {\"id\": \"acme-corp\", \"state\": \""
            + from.label()
            + "\", \"tier\": \"pro\", \"ring\": \"broad\", \"cluster\": \"prod-eu-1\", \"digest\":"
            + " \"\"}\n]}\n");
    section(scenario, "commit", "");
    if (!file.isEmpty()) {
      section(scenario, "tenants/acme-corp.yaml", file);
    }
    return scenario;
  }

  private static void section(Scenario scenario, String head, String text) throws IOException {
    scenario.take(new CaseFile.Section(head, new StringBuilder(text)));
  }

  private static String stating(TenantState state) {
    return "tenant_id: acme-corp\ndisplay_name: ACME\nadmin_email: admin@acme.com\ntier: pro\nstate: "
        + state.label()
        + "\n"
        + (state == TenantState.RETAINED ? "until: \"2027-03-31\"\n" : "")
        + (state == TenantState.ERASING ? "confirm: acme-corp\n" : "");
  }

  private static String command(Report report, Code code) {
    Diagnostic refusal =
        report.diagnostics().stream().filter(d -> d.code() == code).findFirst().orElseThrow();
    Matcher command = COMMAND.matcher(refusal.hint().orElseThrow());
    assertThat(command.find()).as(refusal.hint().get()).isTrue();
    assertThat(asTheLauncherHasIt(command.group(2))).isEqualTo(command.group(1));
    return command.group(1).replace("DATE", "2027-03-31");
  }

  /** The options of the other front are the same. */
  private static String asTheLauncherHasIt(String goal) {
    return goal.replace("-Dtenantsmith.tenant=", "").replaceAll("-Dtenantsmith\\.(\\w+)=", "--$1 ");
  }

  private TenantState state() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("fleet/tenants/acme-corp.yaml"));
    return lines.stream()
        .filter(line -> line.startsWith("state: "))
        .map(line -> TenantState.of(line.substring("state: ".length())).orElseThrow())
        .findFirst()
        .orElseThrow();
  }
}
