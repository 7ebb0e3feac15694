package io.tenantsmith.harness;

import io.tenantsmith.diagnostic.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of docs/diagnostics. */
public final class DiagnosticPage {

  private static final Path PAGES = Path.of("../docs/diagnostics");
  private static final String INDENT = "    ";

  private final List<String> lines;

  private DiagnosticPage(List<String> lines) {
    this.lines = lines;
  }

  /** The page of a code. */
  public static DiagnosticPage of(Code code) throws IOException {
    return new DiagnosticPage(Files.readAllLines(PAGES.resolve(code + ".md")));
  }

  /** The names of all pages but the introduction, sorted, without their ending. */
  public static List<String> names() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      return List.copyOf(
          pages
              .map(page -> page.getFileName().toString().replace(".md", ""))
              .filter(name -> !name.equals("README"))
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  /** Its heading, without the mark. */
  public String heading() {
    return lines.get(0).replaceFirst("^# ", "");
  }

  /** What it shows as printed; every line ends. */
  public String example() {
    return lines.stream()
        .filter(line -> line.startsWith(INDENT))
        .map(line -> line.substring(INDENT.length()) + '\n')
        .collect(Collectors.joining());
  }

  /** Whether it says what to do. */
  public boolean tellsHowToFix() {
    return lines.contains("## How to fix it") && !lines.get(lines.size() - 1).isBlank();
  }
}
