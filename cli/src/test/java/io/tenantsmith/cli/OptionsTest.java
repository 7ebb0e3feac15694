package io.tenantsmith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.engine.CommandName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Commands and goals have the same options: both fronts compare themselves with one list. */
class OptionsTest {

  private static final Path LIST = Path.of("src/test/resources/options.txt");

  @Test
  void everyCommandHasTheOptionsOfTheList() throws IOException {
    Set<String> listed =
        Files.readString(LIST)
            .lines()
            .filter(line -> !line.startsWith("#") && !line.endsWith(" plugin"))
            .map(line -> line.replaceFirst(" launcher$", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(options()).isEqualTo(listed);
  }

  private static Set<String> options() {
    ByteArrayOutputStream nowhere = new ByteArrayOutputStream();
    CommandLine commands = Launcher.commands(Run.screen(nowhere, nowhere, false));
    Set<String> options = new TreeSet<>();
    for (CommandName name : CommandName.values()) {
      commands.getSubcommands().get(name.label()).getCommandSpec().options().stream()
          .filter(option -> !option.usageHelp() && !option.versionHelp())
          .forEach(option -> options.add(name.label() + " " + word(option)));
    }
    return options;
  }

  private static String word(OptionSpec option) {
    return option.longestName().substring("--".length());
  }
}
