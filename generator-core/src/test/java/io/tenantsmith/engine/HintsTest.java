package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.harness.CaseFile;
import io.tenantsmith.harness.NamedOptions;
import io.tenantsmith.harness.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a diagnostic tells its reader to do can be done: the options that it names are options of
 * the command that prints it, or of the one that it names with them; the files that it names are
 * there in a fleet of one's own; what another rule refuses of a published tenant is not proposed as
 * if nothing were in its way.
 */
class HintsTest {

  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final Path SOURCES = Path.of("src/main/java/io/tenantsmith");
  private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]++|\\\\.)*+)\"");

  /** Folders of this project that no fleet has. */
  private static final Pattern OUR_FILES =
      Pattern.compile("\\b(?:docs|generator-core|cli|maven-plugin|benchmarks|schema)/[\\w./-]*");

  /** Where a fleet has them from; whoever wrote it by hand has none. */
  private static final String SCHEMAS = ", which init writes, ";

  /** What the life cycle refuses of a tenant that is published. */
  private static final Pattern MOVES =
      Pattern.compile(
          "rename the file to tenants/|remove the file|place tenants|name a cluster in that region");

  /** What only a publish is about. */
  private static final Pattern OF_A_PUBLISH =
      Pattern.compile("publish\\.(?:create|mode|author)|publish again");

  @TempDir private Path folder;
  private final NamedOptions options = NamedOptions.ofTheList();

  HintsTest() throws IOException {}

  /** Every case under every command: shared code prints for all of them. */
  @TestFactory
  Stream<DynamicTest> everyCommandNamesOptionsThatThereAre() throws IOException {
    return CasesTest.cases().stream()
        .map(file -> DynamicTest.dynamicTest(file.name(), () -> check(file)));
  }

  private void check(CaseFile file) throws IOException {
    Scenario scenario = new Scenario(folder.resolve(file.name()), CASES.resolve("base"));
    for (CaseFile.Section section : file.sections()) {
      scenario.take(section);
    }
    for (CommandName command : CommandName.values()) {
      String to =
          switch (command) {
            case PUBLISH -> " --repository ../gitops-" + file.name();
            case CERTIFICATE -> " acme-corp --repository ../nowhere";
            default -> "";
          };
      for (Diagnostic diagnostic : scenario.reportOf(command.label() + to).diagnostics()) {
        String text = diagnostic.message() + "; " + diagnostic.hint().orElse("");
        assertThat(options.mistakes(text, command.label())).isEmpty();
        assertThat(filesOfThisProject(text)).isEmpty();
        assertThat(MOVES.matcher(text).find() && !text.contains("publish"))
            .as("advice that is refused of whoever is published: %s", text)
            .isFalse();
        assertThat(command == CommandName.CERTIFICATE && OF_A_PUBLISH.matcher(text).find())
            .as("a certificate is read: %s", text)
            .isFalse();
      }
    }
  }

  /**
   * Every text of the sources, printed by a case or not. What only one command runs may leave the
   * command's name out; the rest names it.
   */
  @Test
  void everyTextNamesOptionsThatThereAre() throws IOException {
    List<String> mistakes = new ArrayList<>();
    for (Path source : sources()) {
      String text = withoutComments(Files.readString(source));
      Matcher literal = TEXT.matcher(joined(text));
      while (literal.find()) {
        options.mistakes(literal.group(1), printer(source)).stream()
            .map(mistake -> SOURCES.relativize(source) + ": " + mistake)
            .forEach(mistakes::add);
      }
    }
    assertThat(mistakes).isEmpty();
  }

  /** The one command that a class serves, by its package or its name; empty if there are more. */
  private static String printer(Path source) {
    String path = SOURCES.relativize(source).toString();
    if (path.startsWith("publish/") || path.startsWith("git/")) {
      return "publish";
    }
    if (path.startsWith("plan/") || path.startsWith("planning/")) {
      return "plan";
    }
    String type = source.getFileName().toString().toLowerCase(Locale.ROOT);
    return Arrays.stream(CommandName.values())
        .map(CommandName::label)
        .filter(label -> path.startsWith("engine/command/") && type.startsWith(label))
        .findFirst()
        .orElse("");
  }

  /** All classes but those that render: what they write is no diagnostic. */
  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !SOURCES.relativize(file).startsWith("render"))
          .sorted()
          .toList();
    }
  }

  /** A text that is written in several pieces is one. */
  private static String joined(String source) {
    return source.replaceAll("\"\\s*\\+\\s*\"", "");
  }

  private static String withoutComments(String source) {
    return source
        .replaceAll("(?s)/\\*.*?\\*/", "")
        .lines()
        .map(line -> line.replaceFirst("^\\s*//.*", ""))
        .collect(Collectors.joining("\n"));
  }

  private static List<String> filesOfThisProject(String text) {
    return OUR_FILES
        .matcher(text)
        .results()
        .map(found -> found.group())
        .filter(name -> !(name.startsWith("schema/") && text.contains(SCHEMAS)))
        .toList();
  }
}
