package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.CaseFile;
import io.tenantsmith.harness.Scenario;
import io.tenantsmith.harness.YamlTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every file of attacks/ is a tenant by somebody who means harm, with its verdict: {@code refused:
 * CODE}, or {@code harmless: why} with lines {@code with: TEXT} and {@code without: TEXT} about
 * what is rendered of it.
 */
class AttackTest {

  private static final Path ATTACKS = Path.of("src/test/resources/attacks");
  private static final Path BASE = Path.of("src/test/resources/cases/base");

  @TempDir private Path folder;

  @Test
  void thereAreAtLeastFifty() throws IOException {
    assertThat(attacks()).hasSizeGreaterThanOrEqualTo(50);
  }

  @TestFactory
  List<DynamicTest> endAsTheFileSays() throws IOException {
    return attacks().stream()
        .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> check(f)))
        .toList();
  }

  private static List<Path> attacks() throws IOException {
    try (Stream<Path> files = Files.list(ATTACKS)) {
      return files.sorted().toList();
    }
  }

  private void check(Path attack) throws IOException {
    CaseFile file = CaseFile.read(attack);
    Path root = folder.resolve(file.name());
    Scenario scenario = new Scenario(root, BASE);
    List<String> verdict = new ArrayList<>();
    for (CaseFile.Section section : file.sections()) {
      if (section.head().equals("verdict")) {
        verdict.addAll(section.text().lines().toList());
      } else {
        scenario.take(section);
      }
    }
    assertThat(verdict).isNotEmpty();
    String said = scenario.said();
    if (verdict.get(0).startsWith("refused: ")) {
      assertThat(said).contains(verdict.get(0).substring("refused: ".length()) + ": ");
      assertThat(said).contains("outcome: REFUSED");
    } else {
      assertThat(verdict.get(0)).startsWith("harmless: ");
      assertThat(said).contains("outcome: DONE");
      assertThat(verdict).hasSizeGreaterThan(1);
      judge(output(root.resolve("output")), verdict.subList(1, verdict.size()));
    }
  }

  private static void judge(String output, List<String> lines) {
    for (String line : lines) {
      String text = line.substring(line.indexOf(": ") + 2);
      if (line.startsWith("without: ")) {
        assertThat(output.lines().filter(l -> l.contains(text))).as(line).isEmpty();
      } else {
        assertThat(line).startsWith("with: ");
        assertThat(output.contains(text)).as(line).isTrue();
      }
    }
  }

  /** What the tenant has; every file of the output must still be YAML. */
  private static String output(Path folder) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Path file : YamlTrees.files(folder)) {
      String content = YamlTrees.text(file);
      assertThat(YamlTrees.documents(content)).isNotEmpty();
      if (file.toString().contains("acme-corp")) {
        text.append(content);
      }
    }
    return text.toString();
  }
}
