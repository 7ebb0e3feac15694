package io.tenantsmith.planning.difference;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.GoldenFile;
import io.tenantsmith.harness.YamlTrees;
import io.tenantsmith.json.JsonWriter;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.plan.TextChange;
import io.tenantsmith.plan.ValueChange;
import io.tenantsmith.planning.ChangeApplication;
import io.tenantsmith.render.KubernetesObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every folder of differences/ has objects before and after, and what is said of them. {@code
 * -Dgolden.update=true} writes that anew, to be read as a diff before it is committed.
 */
class DifferenceCasesTest {

  private static final Path CASES = Path.of("src/test/resources/differences");

  @TestFactory
  List<DynamicTest> saysWhatTheCaseExpects() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> folders = Files.list(CASES)) {
      for (Path folder : folders.sorted().toList()) {
        tests.add(DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
      }
    }
    return tests;
  }

  private static void check(Path folder) {
    List<MatchedObject> matched =
        Difference.matched(
            files(folder.resolve("before.yaml")), files(folder.resolve("after.yaml")));
    List<ObjectChange> changes = Difference.changes(matched);
    StringBuilder said = new StringBuilder();
    for (int i = 0; i < changes.size(); i++) {
      describe(changes.get(i), said);
      prove(matched.get(i), changes.get(i));
    }
    new GoldenFile("differences/" + folder.getFileName() + "/expected.txt")
        .assertIs(said.isEmpty() ? "nothing differs\n" : said.toString());
  }

  /** The changes make the newer object, but for what they hide. */
  private static void prove(MatchedObject matched, ObjectChange change) {
    boolean hides =
        change.values().stream()
            .anyMatch(v -> v.form() == ValueChange.Form.SENSITIVE && v.after() != null);
    boolean makes =
        new ChangeApplication(change.object().kind())
            .makes(matched.before(), change.values(), matched.after());
    assertThat(makes).isEqualTo(!hides);
  }

  private static List<TreeFile> files(Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
    String text = YamlTrees.text(file);
    List<KubernetesObject> objects =
        YamlTrees.documents(text).stream().map(KubernetesObject::of).toList();
    return List.of(new TreeFile("tenants/acme/objects.yaml", objects, () -> text));
  }

  private static void describe(ObjectChange change, StringBuilder said) {
    said.append(change.fate().sign()).append(' ').append(change.object().display());
    said.append(" (").append(change.object().apiVersion()).append(")\n");
    change.values().forEach(value -> describe(value, "    ", said));
  }

  private static void describe(ValueChange value, String indent, StringBuilder said) {
    said.append(indent).append(value.path().isEmpty() ? "(all of it)" : value.display());
    if (value.form() != ValueChange.Form.PLAIN) {
      said.append(' ').append(value.form());
      said.append(value.isFolded() && value.form() == ValueChange.Form.ORDER ? " (folded)" : "");
    }
    TextChange text = value.text();
    if (text == null) {
      said.append(": ").append(line(value.before()));
      said.append(" -> ").append(line(value.after())).append('\n');
      return;
    }
    said.append(": ").append(text.language()).append('\n');
    text.values().forEach(inner -> describe(inner, indent + "    ", said));
    text.lines().forEach(line -> said.append(indent).append("    |").append(line).append('\n'));
  }

  private static String line(@Nullable Object value) {
    return value == null ? "nothing" : JsonWriter.line(value);
  }
}
