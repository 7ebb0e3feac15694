package io.tenantsmith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * docs/reference/commands.md has every command with its options and exit codes, as the help has
 * them. {@code -Dgolden.update=true} writes the page anew; never on a CI server.
 */
class CommandReferenceTest {

  private static final Path PAGE = Path.of("../docs/reference/commands.md");

  private final StringBuilder page = new StringBuilder();

  @Test
  void thePageIsCurrent() throws IOException {
    ByteArrayOutputStream nowhere = new ByteArrayOutputStream();
    CommandLine commands = Launcher.commands(Run.screen(nowhere, nowhere, false));
    write(commands);
    if (Boolean.getBoolean("golden.update")) {
      assertThat(System.getenv("CI")).as("goldens are not updated on a CI server").isNull();
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE)
        .as(
            "mvn test -Dtest=*ReferenceTest -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Dgolden.update=true writes it anew")
        .hasContent(page.toString());
  }

  private void write(CommandLine commands) {
    line("# Commands of the launcher");
    line("");
    line(
        "Made from the help of the commands by a test; `tenantsmith COMMAND --help` prints the same.");
    line("The goals of the Maven plugin: [goals](goals.md).");
    line("");
    line("| command | does |");
    line("|---|---|");
    commands.getSubcommands().forEach((name, command) -> summary(name, command.getCommandSpec()));
    exitCodes(commands);
    commands.getSubcommands().forEach((name, command) -> command(name, command.getCommandSpec()));
  }

  private void summary(String name, CommandSpec command) {
    line("| [`" + name + "`](#" + name + ") | " + cell(described(command)) + " |");
  }

  private void exitCodes(CommandLine commands) {
    line("");
    line("## Exit codes");
    line("");
    line("| code | meaning |");
    line("|---|---|");
    // Each command lists its own.
    Map<Integer, String> codes = new TreeMap<>();
    for (CommandLine command : commands.getSubcommands().values()) {
      command
          .getCommandSpec()
          .usageMessage()
          .exitCodeList()
          .forEach((code, meaning) -> codes.putIfAbsent(Integer.valueOf(code.strip()), meaning));
    }
    codes.forEach((code, meaning) -> line("| " + code + " | " + cell(meaning) + " |"));
  }

  private void command(String name, CommandSpec command) {
    line("");
    line("## " + name);
    line("");
    line(described(command));
    line("");
    String[] examples = command.usageMessage().footer();
    if (examples.length > 0) {
      for (String example : examples) {
        line("    " + CommandLine.Help.Ansi.OFF.string(example).strip());
      }
      line("");
    }
    line("| option | what |");
    line("|---|---|");
    for (PositionalParamSpec parameter : command.positionalParameters()) {
      line("| `" + parameter.paramLabel() + "` | " + what(parameter) + " |");
    }
    for (OptionSpec option : command.options()) {
      String names = String.join("`, `", option.names());
      String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
      line("| `" + names + value + "` | " + what(option) + " |");
    }
  }

  private static String described(CommandSpec command) {
    return CommandLine.Help.Ansi.OFF
        .string(String.join(" ", command.usageMessage().description()))
        .replace("%n", " ")
        .strip();
  }

  /** The description with its variables replaced, as the help shows it. */
  private static String what(ArgSpec argument) {
    String usual = argument.defaultValue() == null ? "" : argument.defaultValue();
    String text = String.join(" ", argument.description());
    return cell(text.replace("${DEFAULT-VALUE}", usual).replace("%n", " ").replace("%%", "%"));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ").strip();
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
