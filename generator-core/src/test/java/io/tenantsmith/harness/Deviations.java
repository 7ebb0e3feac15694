package io.tenantsmith.harness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lines that may differ from a golden, as a decision's page lists them: in a table whose first
 * column holds a line in backquotes, where an asterisk stands for anything, and whose last says
 * why.
 */
public final class Deviations {

  private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\|[^|]+\\|");

  private final List<String> listed = new ArrayList<>();
  private final Set<String> used = new TreeSet<>();

  private Deviations() {}

  /** Those of a page. */
  public static Deviations ofPage(Path page) {
    Deviations deviations = new Deviations();
    YamlTrees.text(page)
        .lines()
        .map(ROW::matcher)
        .filter(row -> row.matches())
        .forEach(row -> deviations.listed.add(row.group(1)));
    return deviations;
  }

  /** The lines that no row covers. */
  public List<String> unexplained(String where, Collection<String> lines) {
    List<String> problems = new ArrayList<>();
    for (String line : lines) {
      String whole = where + " " + line;
      List<String> rows = listed.stream().filter(row -> covers(row, whole)).toList();
      used.addAll(rows);
      if (rows.isEmpty()) {
        problems.add(whole);
      }
    }
    return problems;
  }

  /** The rows that cover no line. */
  public List<String> unused() {
    return listed.stream().filter(row -> !used.contains(row)).toList();
  }

  private static boolean covers(String row, String line) {
    String pattern =
        Stream.of(row.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return Pattern.matches(pattern, line);
  }
}
