package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.harness.SampleFleet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every page can be found from the README, and every link leads somewhere. */
class DocumentsTest {

  private static final int CLICKS = 2;
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```$");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");
  private static final String ALL_CODES = "\n## All codes\n";
  private static final Path ROOT = SampleFleet.root();

  @Test
  void everyPageIsTwoClicksFromTheReadmeAtMost() throws IOException {
    Set<Path> seen = new TreeSet<>(Set.of(ROOT.resolve("README.md")));
    for (int i = 0; i < CLICKS; i++) {
      for (Path page : List.copyOf(seen)) {
        seen.addAll(linked(page));
      }
    }
    Set<Path> lost = new TreeSet<>(pages());
    lost.removeAll(seen);
    assertThat(lost)
        .as("link each of them from the README's tables, or from a page that the README links")
        .isEmpty();
  }

  /**
   * The last section of the page of codes. {@code -Dgolden.update=true} writes it anew; never on a
   * CI server.
   */
  @Test
  void theListOfCodesIsCurrent() throws IOException {
    Path page = ROOT.resolve("docs/diagnostics/README.md");
    String text = Files.readString(page);
    String before = text.substring(0, text.indexOf(ALL_CODES) + ALL_CODES.length());
    String list =
        Stream.of(Code.values())
            .map(code -> "| [" + code + "](" + code + ".md) | " + code.title() + " |\n")
            .collect(Collectors.joining("", "\n| code | what it reports |\n|---|---|\n", ""));
    if (Boolean.getBoolean("golden.update")) {
      assertThat(System.getenv("CI")).as("goldens are not updated on a CI server").isNull();
      Files.writeString(page, before + list);
    }
    assertThat(page)
        .as("run this test with -Dgolden.update=true, it writes the list anew")
        .hasContent(before + list);
  }

  @Test
  void everyLinkLeadsToAFileAndAHeading() throws IOException {
    List<String> broken = new ArrayList<>();
    List<Path> all = new ArrayList<>(pages());
    all.add(ROOT.resolve("README.md"));
    all.add(ROOT.resolve("ARCHITECTURE.md"));
    for (Path page : all) {
      for (String target : targets(page)) {
        if (!isThere(page, target)) {
          broken.add(ROOT.relativize(page) + " -> " + target);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  private static boolean isThere(Path page, String target) throws IOException {
    int mark = target.indexOf('#');
    String file = mark < 0 ? target : target.substring(0, mark);
    Path linked = file.isEmpty() ? page : page.resolveSibling(file).normalize();
    if (mark < 0 || !Files.isRegularFile(linked)) {
      return Files.exists(linked);
    }
    return headings(linked).contains(target.substring(mark + 1));
  }

  /** The names by which a forge lets headings be linked. */
  private static Set<String> headings(Path page) throws IOException {
    return HEADING
        .matcher(plain(page))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(text -> text.replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1"))
        .map(text -> text.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  /** The pages that a page links; a folder shows its README. */
  private static Set<Path> linked(Path page) throws IOException {
    Set<Path> linked = new TreeSet<>();
    for (String target : targets(page)) {
      Path file = page.resolveSibling(target.replaceFirst("#.*", "")).normalize();
      Path shown = Files.isDirectory(file) ? file.resolve("README.md") : file;
      if (shown.toString().endsWith(".md") && Files.exists(shown)) {
        linked.add(shown);
      }
    }
    return linked;
  }

  private static List<String> targets(Path page) throws IOException {
    List<String> targets = new ArrayList<>();
    Matcher link = LINK.matcher(plain(page));
    while (link.find()) {
      if (!link.group(1).matches("[a-z]+:.*")) {
        targets.add(link.group(1));
      }
    }
    return targets;
  }

  /** A page without its blocks, and without what its code spans quote. */
  private static String plain(Path page) throws IOException {
    return FENCED
        .matcher(Files.readString(page))
        .replaceAll("")
        .replaceAll("`[^`\n]*\\]\\([^`\n]*`", "");
  }

  private static Set<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
