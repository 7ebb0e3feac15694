package io.tenantsmith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.surroundings.Surroundings;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The help of every command there is, also of those that are no goal, on narrow and wide screens.
 */
class HelpTest {

  @ParameterizedTest
  @MethodSource("commands")
  void eightyColumnsHoldItAndNoWordIsBroken(List<String> command) {
    String help = help("80", command);

    assertThat(help.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    assertThat(words(help)).isEqualTo(words(unbroken(command)));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aWideTerminalIsNotFilled(List<String> command) {
    assertThat(help("250", command)).isEqualTo(help("100", command));
    assertThat(help("100", command).lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void withoutATerminalItIsEightyColumns(List<String> command) {
    assertThat(help("", command)).isEqualTo(help("80", command));
    assertThat(help("wide", command)).isEqualTo(help("80", command));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpBeforeTheCommandSaysTheSame(List<String> command) {
    List<String> args = new ArrayList<>(List.of("help"));
    args.addAll(command);
    Run run = Run.of(args.toArray(String[]::new));

    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo(Run.of(withHelp(command)).out());
  }

  @Test
  void helpOnANameThatIsNoCommandIsWrongUsage() {
    assertThat(Run.of("help", "validte").code()).isEqualTo(64);
    assertThat(Run.of("help", "validte").err()).contains("validte");
  }

  static Stream<List<String>> commands() {
    CommandLine top = Launcher.commands(screen(""));
    return Stream.concat(
        Stream.of(List.of()),
        top.getSubcommands().keySet().stream().filter(name -> !name.equals("help")).map(List::of));
  }

  private static String help(String columns, List<String> command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Screen screen = screen(columns, out);
    assertThat(Launcher.run(screen, withHelp(command))).isZero();
    return Run.text(out);
  }

  private static String[] withHelp(List<String> command) {
    return Stream.concat(command.stream(), Stream.of("--help")).toArray(String[]::new);
  }

  /** The help on a line as long as it likes. */
  private static String unbroken(List<String> command) {
    CommandLine top = Launcher.commands(screen(""));
    CommandLine line = command.isEmpty() ? top : top.getSubcommands().get(command.get(0));
    CommandSpec spec = line.getCommandSpec();
    line.setHelpFactory(Help::new);
    spec.usageMessage().width(500);
    return line.getUsageMessage(Help.Ansi.OFF);
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }

  private static Screen screen(String columns) {
    return screen(columns, new ByteArrayOutputStream());
  }

  private static Screen screen(String columns, ByteArrayOutputStream out) {
    Surroundings process = Surroundings.ofThisProcess();
    Surroundings given =
        (Surroundings)
            Proxy.newProxyInstance(
                HelpTest.class.getClassLoader(),
                new Class<?>[] {Surroundings.class},
                (proxy, method, args) ->
                    method.getName().equals("environment")
                        ? Optional.of("COLUMNS".equals(args[0]) ? columns : "")
                        : method.invoke(process, args));
    return new Screen(Screen.utf8(out), Screen.utf8(new ByteArrayOutputStream()), false, given);
  }
}
