package io.tenantsmith.harness;

import static java.util.stream.Collectors.joining;

import io.tenantsmith.diagnostic.FileNames;
import io.tenantsmith.diagnostic.Format;
import io.tenantsmith.diagnostic.Style;
import io.tenantsmith.engine.CommandResult;
import io.tenantsmith.engine.Front;
import io.tenantsmith.engine.Outcome;
import io.tenantsmith.engine.Progress;
import io.tenantsmith.engine.Questions;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.ReportText;
import io.tenantsmith.engine.Request;
import io.tenantsmith.engine.Tool;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.surroundings.Surroundings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A fleet in a folder of its own, changed section by section, with the commands run on it. */
public final class Scenario {

  private static final ReportContract CONTRACT = new ReportContract();
  private static final Path FLEETS = Path.of("src/test/resources/trees");
  private static final List<String> READING = List.of("plan", "explain", "validate", "check");

  private final Path root;
  private final Deque<String> answers = new ArrayDeque<>();
  private final GivenMachine machine;
  private String said = "";

  /** A scenario that begins with a copy of a base fleet. */
  public Scenario(Path root, Path base) throws IOException {
    this.root = root;
    this.machine = new GivenMachine(root.toAbsolutePath().getParent());
    for (Path file : files(base)) {
      put(base.relativize(file).toString(), Files.readAllBytes(file));
    }
  }

  /** Does what a section says. */
  public void take(CaseFile.Section section) throws IOException {
    String[] words = section.head().split(" ", 2);
    String rest = words.length > 1 ? words[1] : "";
    switch (words[0]) {
      case "git" -> new IsolatedGit(root).run(words(rest).toArray(String[]::new));
      case "machine" -> section.text().lines().forEach(this::change);
      case "answers" -> section.text().lines().forEach(answers::add);
      case "run" -> said = run(section.text().strip());
      case "add" -> put(rest, utf8(Files.readString(root.resolve(rest)) + section.text()));
      case "bytes" -> put(rest, new EscapedBytes(section.text()).decode());
      case "delete" -> delete(root.resolve(rest));
      case "commit" -> commit();
      case "shallow" -> becomeShallow();
      case "fleet" -> become(FLEETS.resolve(rest));
      case "folder" -> folder(root.resolve(rest));
      case "convert" -> convert(root.resolve(rest));
      case "link" -> link(rest.split(" -> ", 2));
      default -> put(section.head(), utf8(section.text()));
    }
  }

  /** Commits all that is there, in a repository of the fleet's own. */
  private void commit() throws IOException {
    IsolatedGit git =
        Files.exists(root.resolve(".git")) ? new IsolatedGit(root) : IsolatedGit.init(root);
    git.run("add", "--all");
    git.run("commit", "-q", "-m", "as it is");
  }

  /** The fleet is what a clone of it has that is one commit deep. */
  private void becomeShallow() throws IOException {
    Path whole = root.resolveSibling("whole");
    Files.move(root, whole);
    new IsolatedGit(whole)
        .run("clone", "-q", "--depth", "1", "file://" + whole.toAbsolutePath(), root.toString());
  }

  /** The fleet is another one, with what was rendered of it. */
  private void become(Path other) throws IOException {
    delete(root);
    for (Path file : files(other)) {
      put(other.relativize(file).toString(), Files.readAllBytes(file));
    }
  }

  /** What the last command said, with its outcome; without a command, what validate says. */
  public String said() throws IOException {
    return said.isEmpty() ? run("validate") : said;
  }

  /**
   * Runs a command such as {@code generate --tenant acme-corp}; a refused one writes nothing, and
   * one that reads writes nothing but the file that is named.
   */
  private String run(String command) throws IOException {
    Map<String, String> before = written();
    StringBuilder dialogue = new StringBuilder();
    List<String> words = words(command);
    Report report = report(words, dialogue);
    boolean reads = READING.contains(words.get(0)) && !words.contains("--write");
    if ((reads || report.outcome() == Outcome.REFUSED) && !before.equals(written())) {
      throw new AssertionError("a run that may not write wrote something");
    }
    String json = ReportText.inFormat(report, Format.JSON, Style.PLAIN);
    if (!CONTRACT.problems(json).isEmpty()) {
      throw new AssertionError("not as published: " + CONTRACT.problems(json));
    }
    String text =
        dialogue
            + ReportText.inFormat(report, Format.TEXT, Style.PLAIN)
            + (List.of("new", "plan", "offboard", "restore", "promote", "doctor", "explain")
                    .contains(words.get(0))
                ? summary(report)
                : "")
            + "outcome: "
            + report.outcome()
            + "\n";
    // What differs from checkout to checkout: ids of commits, and the version of this build.
    return text.replaceAll(
            "(?m)(?<mark>commit |input |replaceInput=| at |^)[0-9a-f]{7,40}\\b", "${mark}0000000")
        .replaceAll("\\b[0-9a-f]{40}\\b", "0000000")
        .replace(Tool.version(), "1.0.0")
        .replace(root.toString(), "FOLDER");
  }

  /** A line such as {@code java.version=30}, {@code $NO_COLOR=1} or {@code free=1000}. */
  private void change(String line) {
    String[] parts = line.split("=", 2);
    if (parts[0].equals("free")) {
      machine.withFree(Long.parseLong(parts[1]));
    } else if (parts[0].startsWith("$")) {
      machine.withVariable(parts[0].substring(1), parts[1]);
    } else {
      machine.with(parts[0], parts[1]);
    }
  }

  /** What a command reports of what is there, in a sentence of its own. */
  public Report reportOf(String command) {
    return report(words(command), new StringBuilder());
  }

  private static String summary(Report report) {
    return ReportText.summary(report).stream().map(line -> line + "\n").collect(joining());
  }

  /** The words of a command; one that holds blanks stands between apostrophes. */
  private static List<String> words(String command) {
    return Pattern.compile("'([^']*)'|\\S+")
        .matcher(command)
        .results()
        .map(word -> word.group(1) == null ? word.group() : word.group(1))
        .toList();
  }

  /** Answers what the case answers; after that nobody is there. */
  private Optional<String> answer(String question, String usual, StringBuilder dialogue) {
    Optional<String> answer = Optional.ofNullable(answers.poll());
    dialogue
        .append(question)
        .append(usual.isEmpty() ? "" : " [" + usual + "]")
        .append(": ")
        .append(answer.orElse("(nobody answers)"))
        .append('\n');
    return answer.map(text -> text.isEmpty() ? usual : text);
  }

  /** The person whom the case describes. */
  private final class Dialogue implements Questions {
    private final StringBuilder text;

    Dialogue(StringBuilder text) {
      this.text = text;
    }

    @Override
    public Optional<String> ask(String question, String usual) {
      return answer(question, usual, text);
    }

    @Override
    public void show(CommandResult proposed) {
      ReportText.summary(proposed, FileNames.OF_THE_FLEET, Style.PLAIN)
          .forEach(line -> text.append(line).append('\n'));
    }
  }

  private Report report(List<String> words, StringBuilder dialogue) {
    Request.Selection selection =
        List.of("new", "offboard", "restore", "promote").contains(words.get(0))
            ? Request.Selection.ALL
            : new Request.Selection(
                ScenarioCommand.option(words, "--tenant"),
                ScenarioCommand.option(words, "--cluster"));
    Request.Folders usual = Request.Folders.USUAL;
    String tenants = ScenarioCommand.option(words, "--tenants");
    Request.Folders folders =
        tenants == null
            ? usual
            : new Request.Folders(usual.fleet(), tenants, usual.tiers(), usual.output());
    Request request = new Request(root, folders, selection);
    Questions questions = new Dialogue(dialogue);
    Session session =
        new Session(
            words.get(0).equals("doctor") ? machine : Surroundings.ofThisProcess(),
            Progress.NONE,
            answers.isEmpty() ? Questions.NONE : questions,
            Front.LAUNCHER,
            cause -> {});
    return ScenarioCommand.of(words).run(request, session);
  }

  private Map<String, String> written() throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (Path file : files(root)) {
      files.put(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
    }
    return files;
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private void put(String name, byte[] content) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private void link(String[] ends) throws IOException {
    Path link = root.resolve(ends[0]);
    Files.createDirectories(link.getParent());
    delete(link);
    Files.createSymbolicLink(link, Path.of(ends[1]));
  }

  /** Does to text files what Git does on checkout where core.autocrlf is true. */
  private static void convert(Path folder) throws IOException {
    for (Path file : files(folder)) {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      Files.writeString(file, text.replace("\n", "\r\n"), StandardCharsets.ISO_8859_1);
    }
  }

  private static void folder(Path path) throws IOException {
    delete(path);
    Files.createDirectories(path);
  }

  private static void delete(Path path) throws IOException {
    List<Path> all = new ArrayList<>();
    if (Files.isSymbolicLink(path) || Files.isRegularFile(path)) {
      all.add(path);
    } else if (Files.isDirectory(path)) {
      try (Stream<Path> below = Files.walk(path)) {
        below.sorted().forEach(file -> all.add(0, file));
      }
    }
    for (Path each : all) {
      Files.delete(each);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
