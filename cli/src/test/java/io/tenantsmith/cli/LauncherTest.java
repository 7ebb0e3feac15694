package io.tenantsmith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.engine.CommandName;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LauncherTest {

  @ParameterizedTest
  @EnumSource
  void everyCommandExplainsItselfOnStandardOutput(CommandName name) {
    String command = name.label();
    Run run = Run.of(command, "--help");

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("Usage: tenantsmith " + command)
        .contains("--directory", "--format", "--no-color", "Examples:", "Exit codes:", "70");
  }

  @Test
  void theHelpOfEachCommandNamesItsOwnOptions() {
    assertThat(Run.of("generate", "--help").out()).contains("--take-generated");
    assertThat(Run.of("publish", "--help").out())
        .contains("--repository", "--branch", "--allow-removed", "--allow-changed");
    assertThat(Run.of("validate", "--help").out()).doesNotContain("--take-generated", "--branch");
  }

  @Test
  void theTopHelpListsTheCommands() {
    for (CommandName command : CommandName.values()) {
      assertThat(Run.of("--help").out()).contains("  " + command.label() + " ");
    }
    assertThat(Run.of("--version").out()).startsWith("tenantsmith ");
  }

  @Test
  void wrongUsageIs64AndSaysWhatToDo() {
    for (List<String> args :
        List.of(
            List.<String>of(),
            List.of("validate", "--format", "xml"),
            List.of("validate", "--directori", "x"),
            List.of("publish", "--allow-removed", "many"),
            List.of("nonsense"))) {
      Run run = Run.of(args.toArray(String[]::new));

      assertThat(run.code()).as("%s", args).isEqualTo(64);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).startsWith("tenantsmith: ").doesNotContain("\tat ");
      assertThat(run.err().lines().count()).isBetween(2L, 4L);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          validte             | there is no command "validte"        | did you mean "validate"?
          audit               | there is no command "audit"          | there is certificate, check, completion
          help validte        | there is no command "validte"        | did you mean "validate"?
          validate --tenat x  | validate has no option "--tenat"     | did you mean "--tenant"?
          validate --tenat=x  | validate has no option "--tenat"     | did you mean "--tenant"?
          check acme          | check takes no argument "acme"       | Try: tenantsmith check --help
          -X validate         | -X is an option of commands          | tenantsmith COMMAND -X
          --quiet             | tenantsmith has no option "--quiet"  | Try: tenantsmith --help
          """)
  void whatWasProbablyMeantIsSaid(String line, String fact, String advice) {
    Run run = Run.of(line.split(" ", 0));

    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).startsWith("tenantsmith: " + fact + "\n").contains(advice);
  }

  @ParameterizedTest
  @EnumSource
  void aCommandListsTheExitCodesThatItHas(CommandName name) {
    String help = Run.of(name.label(), "--help").out();

    assertThat(help.contains("\n   2 "))
        .isEqualTo(name == CommandName.CHECK || name == CommandName.PLAN);
    assertThat(help.contains("\n   3 ")).isEqualTo(name == CommandName.PUBLISH);
  }

  @Test
  void anUnknownFormatIsToldTheKnownOnes() {
    assertThat(Run.of("validate", "--format", "xml").err())
        .contains("text, line, json, sarif, github, junit")
        .doesNotContain("--form ");
    assertThat(Run.of("plan", "--format", "html").err())
        .contains("text, line, json, sarif, github, junit")
        .contains("--form text, markdown, json or html");
  }

  @Test
  void aPathThatTheLocaleCanNotNameIsSaidSo() {
    Run run = Run.of("validate", "--directory", "caf\uFFFD\uFFFD");
    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).contains("LC_ALL=C.UTF-8");
  }

  @Test
  void aFolderWithoutAFleetIsNoSuccess(@TempDir Path empty) {
    Run run = Run.of("validate", "--directory", empty.toString());
    assertThat(run.code()).isBetween(1, 4);
  }

  @Test
  void aMachineFormatHasStandardOutputAlone(@TempDir Path empty) {
    Run run = Run.of("validate", "--directory", empty.toString(), "--format", "json");
    assertThat(run.out()).startsWith("{\n  \"version\": 1,").endsWith("}\n");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void debugShowsWhatTheNetworkSaid() {
    String[] publish = {
      "publish", "--directory", "..", "--allow-dirty", "--repository", "https://git.invalid/a.git"
    };
    Run plain = Run.of(publish);
    assertThat(plain.code()).isEqualTo(4);
    assertThat(plain.err())
        .contains("--repository: error PUB701")
        .contains("no host has the name git.invalid")
        .doesNotContain("\tat ", "UnknownHostException");
    String[] debug = Arrays.copyOf(publish, publish.length + 1);
    debug[publish.length] = "--debug";
    assertThat(Run.of(debug).err())
        .startsWith(plain.err())
        .contains("Caused by: java.net.UnknownHostException: git.invalid", "\tat ");
  }
}
