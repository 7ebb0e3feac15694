package io.tenantsmith.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which package may know which, and which library lives where, as read from the table of
 * ARCHITECTURE.md. The fronts have their own tests, since they are compiled after this module.
 */
final class ArrowTable {

  private static final Path PAGE = Path.of("../ARCHITECTURE.md");
  private static final Pattern ROW =
      Pattern.compile("(?m)^ {4}([a-z.]+) +->([^|\\n]*)(?:\\|(.*))?$");
  private static final String EVERYTHING = "everything below";
  private static final Map<String, List<String>> LIBRARIES =
      Map.of(
          "snakeyaml-engine", List.of("org.snakeyaml.."),
          "networknt", List.of("com.networknt.."),
          "Jackson", List.of("tools.jackson..", "com.fasterxml.jackson.."),
          "Pebble", List.of("io.pebbletemplates.."),
          "fabric8", List.of("io.fabric8.."),
          "JGit", List.of("org.eclipse.jgit.."),
          "MINA sshd", List.of("org.apache.sshd.."));

  private final Map<String, Row> rows;

  private ArrowTable(Map<String, Row> rows) {
    this.rows = rows;
  }

  /** The table of the page. */
  static ArrowTable read() {
    String page;
    try {
      page = Files.readString(PAGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Row> rows = new LinkedHashMap<>();
    Matcher matcher = ROW.matcher(page);
    while (matcher.find()) {
      rows.put(matcher.group(1), new Row(names(matcher.group(2)), names(matcher.group(3))));
    }
    return new ArrowTable(rows);
  }

  /** All packages that have a row, from the top of the table to its end. */
  List<String> packages() {
    return List.copyOf(rows.keySet());
  }

  /** What a package may depend on: itself, its row, its libraries, the JDK and annotations. */
  ArchRule rule(String name) {
    List<String> allowed =
        new ArrayList<>(List.of("java..", "javax..", "org.jspecify..", ours(name)));
    known(name).forEach(other -> allowed.add(ours(other)));
    rows.get(name).libraries().forEach(library -> allowed.addAll(LIBRARIES.get(library)));
    return classes()
        .that()
        .resideInAPackage(ours(name))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed.toArray(String[]::new))
        .because("house rules 1 and 13, and the row of " + name + " in ARCHITECTURE.md");
  }

  /** Names in the rows that are no package and no library of the table. */
  List<String> strangers() {
    List<String> strangers = new ArrayList<>();
    for (Row row : rows.values()) {
      row.knows().stream()
          .filter(name -> !name.equals(EVERYTHING) && !rows.containsKey(name))
          .forEach(strangers::add);
      row.libraries().stream().filter(name -> !LIBRARIES.containsKey(name)).forEach(strangers::add);
    }
    return strangers;
  }

  private List<String> known(String name) {
    List<String> knows = rows.get(name).knows();
    if (!knows.equals(List.of(EVERYTHING))) {
      return knows;
    }
    List<String> all = packages();
    return all.subList(all.indexOf(name) + 1, all.size());
  }

  private static List<String> names(String text) {
    return text == null || text.isBlank() ? List.of() : List.of(text.trim().split(", *", -1));
  }

  /** The whole name of a package of ours. */
  static String ours(String name) {
    return "io.tenantsmith." + name;
  }

  private record Row(List<String> knows, List<String> libraries) {}
}
