package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.engine.command.Generate;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.harness.Contracts;
import io.tenantsmith.harness.SameFiles;
import io.tenantsmith.harness.SampleFleet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The golden input renders to the golden output, byte for byte; ADR 5 lists what differs. */
class GoldenTreeTest {

  /** What the index remembers for later runs, which the golden does not know; ADR 8 and 11. */
  private static final String REMEMBERED =
      "(, *\"fingerprint\": .*?\"requests\": \\{[^}]*\\})?"
          + ", *\"fixed\": \\{[^}]*\\}(, *\"login\": \"[^\"]*\")?(, *\"retired\": \\[[^\\]]*\\])?";

  private static final String KINDS = "(?s)  \"kinds\": \\{.*?\n  \\},\n";

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> everyRenderedFileEqualsTheGolden() throws IOException {
    Path golden = Contracts.path("golden");
    SortedMap<String, String> rendered = render(golden.resolve("input"));
    List<DynamicTest> tests = new ArrayList<>();
    for (Map.Entry<String, String> file : rendered.entrySet()) {
      Path expected = golden.resolve("output").resolve(file.getKey());
      tests.add(
          DynamicTest.dynamicTest(
              file.getKey(),
              () ->
                  SameFiles.assertSame(
                      file.getKey(),
                      comparable(file.getKey(), file.getValue()),
                      comparable(
                          file.getKey(),
                          Files.readString(expected, StandardCharsets.ISO_8859_1)))));
    }
    return tests.stream();
  }

  @Test
  void noFileOfTheGoldenIsMissing() throws IOException {
    Path golden = Contracts.path("golden");
    Set<String> expected = new TreeSet<>(SampleFleet.tree(golden.resolve("output")).keySet());
    expected.remove("hydrator.metadata"); // of the published tree only
    assertThat(render(golden.resolve("input")).keySet()).isEqualTo(expected);
  }

  /** What the golden keeps in tenant.json, and what depends on the builder: digests, version. */
  private static String comparable(String path, String text) {
    if (path.endsWith("tenant.json")) {
      return text.replaceAll(",\n *\"fingerprint\": \"sha256:[0-9a-f]{64}\"", "")
          .replaceAll(" *\"environment\": \"prod\",\n", "");
    }
    return path.equals("index.json")
        ? text.replaceAll("\"(tool|input|digest)\": \"[^\"]*\"", "")
            .replaceAll(REMEMBERED, "")
            .replaceAll(KINDS, "")
        : text;
  }

  private SortedMap<String, String> render(Path input) throws IOException {
    try (Stream<Path> files = Files.walk(input)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(input.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    Report report = new Generate(false).run(Request.of(folder), Session.ofThisProcess());
    assertThat(report.outcome()).isEqualTo(Outcome.DONE);
    return SampleFleet.tree(folder.resolve("output"));
  }
}
