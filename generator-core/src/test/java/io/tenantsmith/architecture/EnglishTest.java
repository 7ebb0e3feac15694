package io.tenantsmith.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.SampleFleet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Words that a native reader would trip over, in sources, messages and documents. */
class EnglishTest {

  private static final Set<String> ENDINGS =
      Set.of("java", "md", "txt", "json", "yaml", "xml", "pebble", "groovy", "sh", "py");

  private static final Set<String> LEFT_OUT =
      Set.of(
          "target",
          ".git",
          "EnglishTest.java",
          "__pycache__",
          ".mypy_cache",
          ".pytest_cache",
          ".ruff_cache");

  private static final Set<Path> NOT_OURS =
      Set.of(SampleFleet.root().resolve("output"), SampleFleet.root().resolve("shared"));

  /** Also across the end of a line of a comment; "can not only" is the one right use. */
  private static final Pattern CAN_NOT = Pattern.compile("(?i)\\bcan[\\s*/#]+not\\b(?!\\s+only)");

  @Test
  void cannotIsOneWord() throws IOException {
    List<String> places = new ArrayList<>();
    for (Path file : files(SampleFleet.root())) {
      String text = Files.readString(file);
      Matcher matcher = CAN_NOT.matcher(text);
      while (matcher.find()) {
        long line = text.substring(0, matcher.start()).lines().count();
        places.add(SampleFleet.root().relativize(file) + ":" + Math.max(line, 1));
      }
    }
    assertThat(places).as("places that say \"can not\"; write \"cannot\"").isEmpty();
  }

  /** What people wrote: no build results, no rendered output, no links. */
  private static List<Path> files(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> children = Files.list(folder)) {
      for (Path child : children.sorted().toList()) {
        String name = child.getFileName().toString();
        if (LEFT_OUT.contains(name) || NOT_OURS.contains(child) || Files.isSymbolicLink(child)) {
          continue;
        }
        if (Files.isDirectory(child)) {
          files.addAll(files(child));
        } else if (!name.contains(".") || ENDINGS.contains(ending(name))) {
          files.add(child);
        }
      }
    }
    return files;
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
