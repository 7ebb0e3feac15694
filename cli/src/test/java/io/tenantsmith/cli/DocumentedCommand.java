package io.tenantsmith.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A line that a page tells its reader to type.
 *
 * @param page relative to the root of the project
 * @param text the line, without prompt and without what explains it
 * @param block whether it stands in a block of its own; else it is quoted in a sentence
 */
record DocumentedCommand(String page, int line, String text, boolean block) {

  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** What commands begin with; a line of a shell block needs none of them. */
  private static final Pattern PROGRAM =
      Pattern.compile(
          "(?:[A-Z_]+=\\S* )*(?:sudo )?(?:tenantsmith|mvn|java|kubectl|git|helm|flux|argocd|velero"
              + "|vault|curl|ssh-?\\w*|keytool|openssl|rm|cp|mv|mkdir|cd|export|docker|unzip|tar"
              + "|sha256sum|chmod|source|\\./\\S+|\\.ci/\\S+)(?: .*)?");

  private static final Pattern FENCE = Pattern.compile("^ *```(\\S*).*$");
  private static final Pattern QUOTED = Pattern.compile("`((?:tenantsmith|mvn) [^`]+)`");

  /** In a console what is printed stands below what is typed, which follows a prompt. */
  private static final List<String> SHELLS = List.of("sh", "bash", "shell", "console");

  /** Every command of every page. */
  static List<DocumentedCommand> all() throws IOException {
    List<DocumentedCommand> all = new ArrayList<>(of("README.md"));
    all.addAll(of("benchmarks/README.md"));
    try (Stream<Path> pages = Files.walk(ROOT.resolve("docs"))) {
      pages
          .filter(page -> page.toString().endsWith(".md"))
          .map(page -> ROOT.relativize(page).toString().replace('\\', '/'))
          .sorted()
          .forEach(page -> all.addAll(of(page)));
    }
    return all;
  }

  /** Every fenced block that says that it is a shell's. */
  static List<String> shellBlocks() throws IOException {
    Pattern block = Pattern.compile("(?ms)^( *)```(?:sh|bash|shell)\\b[^\n]*\n(.*?)^\\1```$");
    List<String> blocks = new ArrayList<>();
    try (Stream<Path> pages = Files.walk(ROOT.resolve("docs"))) {
      for (Path page : pages.filter(p -> p.toString().endsWith(".md")).sorted().toList()) {
        block
            .matcher(Files.readString(page))
            .results()
            .forEach(found -> blocks.add(found.group(2).indent(-found.group(1).length())));
      }
    }
    return blocks;
  }

  /** The program that is run, for instance {@code tenantsmith}. */
  String program() {
    String plain = text.replaceFirst("^(?:[A-Z_]+=\\S* )*(?:sudo )?", "");
    return plain.split(" ", 2)[0];
  }

  String display() {
    return page + ":" + line + ": " + text;
  }

  private static List<DocumentedCommand> of(String page) {
    try {
      return of(page, Files.readAllLines(ROOT.resolve(page)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<DocumentedCommand> of(String page, List<String> lines) {
    List<DocumentedCommand> found = new ArrayList<>();
    String language = null;
    boolean goesOn = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Matcher fence = FENCE.matcher(line);
      if (fence.matches()) {
        language = language == null ? fence.group(1) : null;
        continue;
      }
      boolean block = language != null || line.startsWith("    ");
      String text = line.strip().replaceFirst("^\\$ ", "");
      boolean shown = "console".equals(language) && !line.startsWith("$ ");
      if (block && !shown && !goesOn && isCommand(text, language)) {
        found.add(new DocumentedCommand(page, i + 1, plain(text), true));
      } else if (!block) {
        QUOTED
            .matcher(line)
            .results()
            .forEach(quoted -> found.add(quoted(page, quoted.group(1), line, lines)));
      }
      goesOn = block && line.endsWith("\\");
    }
    return found;
  }

  private static DocumentedCommand quoted(
      String page, String text, String line, List<String> lines) {
    return new DocumentedCommand(page, lines.indexOf(line) + 1, plain(text), false);
  }

  private static boolean isCommand(String text, String language) {
    boolean shell = language == null || language.isEmpty() || SHELLS.contains(language);
    return shell && PROGRAM.matcher(text).matches();
  }

  /** Without a comment, and without the words that a help sets far behind a command. */
  private static String plain(String text) {
    return text.replaceFirst(" +# .*$", "").replaceFirst(" {3,}\\S.*$", "").strip();
  }
}
