package io.tenantsmith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.engine.CommandName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * What the pages tell people to type is typed here: a command of ours is parsed and run on a copy
 * of the sample fleet, a goal is looked up with its parameters, and of everything else {@code
 * documented-commands.txt} says which test or script runs it.
 */
class DocumentedCommandsTest {

  private static final Path TABLE = Path.of("src/test/resources/documented-commands.txt");
  private static final Path OPTIONS = Path.of("src/test/resources/options.txt");
  private static final Pattern GOAL =
      Pattern.compile("(?:(?<![.\\w])tenantsmith|tenantsmith-maven-plugin:[^:\\s]+):([a-z-]+)");
  private static final Pattern PROPERTY = Pattern.compile("-Dtenantsmith\\.([A-Za-z]+)");

  @TempDir private Path folder;
  private final List<DocumentedCommand> commands = DocumentedCommand.all();
  private final List<Runner> runners = Runner.all();

  DocumentedCommandsTest() throws IOException {}

  /**
   * Who runs commands that this test does not run.
   *
   * @param command pattern of the whole line
   * @param file a test or script; a hyphen if nothing here can run it
   * @param witness what the file has of it, or why nothing can run it
   */
  private record Runner(String page, Pattern command, String file, String witness) {

    static List<Runner> all() throws IOException {
      List<Runner> runners = new ArrayList<>();
      for (String line : Files.readAllLines(TABLE)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] cells = line.split(" \\| ", 4);
          assertThat(cells).as(line).hasSize(4);
          Pattern pattern = Pattern.compile(cells[1].strip());
          runners.add(new Runner(cells[0].strip(), pattern, cells[2].strip(), cells[3].strip()));
        }
      }
      return runners;
    }

    boolean runs(DocumentedCommand command) {
      return page.equals(command.page()) && this.command.matcher(command.text()).matches();
    }

    boolean isNobody() {
      return file.equals("-");
    }
  }

  /** A line of the table is of use, and true of the file that it names. */
  @Test
  void theTableIsTrue() throws IOException {
    for (Runner runner : runners) {
      assertThat(commands.stream().anyMatch(runner::runs)).as("a command for %s", runner).isTrue();
      if (!runner.isNobody()) {
        assertThat(DocumentedCommand.ROOT.resolve(runner.file()))
            .content()
            .contains(runner.witness());
      }
    }
  }

  @Test
  void somebodyRunsEveryOtherProgram() {
    assertThat(
            commands.stream()
                .filter(command -> command.block() && !isOurs(command) && !isGoal(command))
                .filter(command -> runners.stream().noneMatch(runner -> runner.runs(command)))
                .map(DocumentedCommand::display))
        .as("add a line to %s: page | pattern | test or script that runs it | what that has", TABLE)
        .isEmpty();
  }

  /** What needs a server or a program that is not ours may be left to people; ours may not. */
  @Test
  void nobodyIsSaidOnlyOfOtherPrograms() {
    assertThat(commands)
        .filteredOn(c -> runners.stream().anyMatch(r -> r.isNobody() && r.runs(c)))
        .noneMatch(command -> isOurs(command) || isGoal(command));
  }

  /** Also what nobody runs is at least a shell's. */
  @Test
  void everyBlockOfAShellIsOne() throws Exception {
    for (String script : DocumentedCommand.shellBlocks()) {
      Process bash = new ProcessBuilder("bash", "-n").redirectErrorStream(true).start();
      try (OutputStream in = bash.getOutputStream()) {
        in.write(script.getBytes(StandardCharsets.UTF_8));
      }
      String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(bash.waitFor()).as("%s\n%s", said, script).isZero();
    }
  }

  @Test
  void everyGoalIsThereWithItsParameters() throws IOException {
    Set<String> known = options();
    List<String> wrong = new ArrayList<>();
    for (DocumentedCommand command : commands) {
      Matcher goals = GOAL.matcher(command.text());
      Set<String> named = new TreeSet<>();
      while (goals.find()) {
        named.add(goals.group(1));
      }
      Matcher properties = PROPERTY.matcher(command.text());
      while (properties.find()) {
        String option = properties.group(1).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        if (named.stream().noneMatch(goal -> known.contains(goal + " " + option))) {
          wrong.add(command.display() + " has no " + properties.group());
        }
      }
      named.remove("help");
      for (CommandName name : CommandName.values()) {
        named.remove(name.label());
      }
      named.forEach(goal -> wrong.add(command.display() + ": there is no goal " + goal));
    }
    assertThat(wrong).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> everyCommandOfOursIsParsed() {
    return commands.stream()
        .filter(DocumentedCommandsTest::isOurs)
        .map(command -> DynamicTest.dynamicTest(command.display(), () -> parsed(command)));
  }

  @TestFactory
  Stream<DynamicTest> everyCommandOfOursIsRun() {
    return commands.stream()
        .filter(command -> command.block() && isOurs(command))
        .filter(command -> runners.stream().noneMatch(runner -> runner.runs(command)))
        .collect(Collectors.toMap(c -> c.text(), c -> c, (one, other) -> one))
        .values()
        .stream()
        .map(command -> DynamicTest.dynamicTest(command.display(), () -> run(command)));
  }

  private static void parsed(DocumentedCommand command) {
    ByteArrayOutputStream nowhere = new ByteArrayOutputStream();
    CommandLine commands = Launcher.commands(Run.screen(nowhere, nowhere, false));
    commands.parseArgs(arguments(command).toArray(String[]::new));
  }

  private void run(DocumentedCommand command) throws IOException {
    List<String> arguments = new ArrayList<>(arguments(command));
    String name = arguments.get(0);
    boolean works = Arrays.stream(CommandName.values()).anyMatch(n -> n.label().equals(name));
    if (works && !arguments.contains("--help")) {
      Path own = Files.createTempDirectory(folder, name);
      Path fleet = name.equals("init") ? own : SampleCopy.in(own);
      int given = arguments.indexOf("--directory");
      if (given >= 0) {
        arguments.set(given + 1, fleet.toString());
      } else {
        arguments.addAll(List.of("--directory", fleet.toString()));
      }
    }
    Run run = Run.of(arguments.toArray(String[]::new));
    assertThat(run.code()).as(command.display() + "\n" + run.err()).isZero();
  }

  /** The arguments, with a value in place of each word that stands for one. */
  private static List<String> arguments(DocumentedCommand command) {
    String text =
        command
            .text()
            .replaceFirst("^java -jar \\S+ ?", "")
            .replaceFirst("^tenantsmith ?", "")
            .replaceFirst(" > .*", "")
            .replace("COMMAND", "validate")
            .replaceAll("(?<= )N$", "1");
    return Pattern.compile("\"([^\"]*)\"|'([^']*)'|\\S+")
        .matcher(text)
        .results()
        .map(
            word ->
                word.group(1) != null
                    ? word.group(1)
                    : word.group(2) != null ? word.group(2) : word.group())
        .toList();
  }

  private static boolean isOurs(DocumentedCommand command) {
    return command.text().startsWith("tenantsmith ")
        || command.text().matches("java -jar \\S*tenantsmith\\.jar.*");
  }

  private static boolean isGoal(DocumentedCommand command) {
    return command.program().equals("mvn") && GOAL.matcher(command.text()).find();
  }

  private static Set<String> options() throws IOException {
    return Files.readAllLines(OPTIONS).stream()
        .filter(line -> !line.startsWith("#") && !line.endsWith(" launcher"))
        .map(line -> line.replace(" plugin", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
