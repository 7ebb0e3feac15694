package io.tenantsmith.planning.danger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.harness.CaseFile;
import io.tenantsmith.harness.DiagnosticPage;
import io.tenantsmith.plan.Danger;
import io.tenantsmith.plan.DangerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every file of dangers/ changes rendered objects, or the inputs of the sample, and says which
 * dangers that has, all of them; named OK, none. {@code -Dgolden.update=true} writes that anew, to
 * be read as a diff before it is committed.
 */
class DangersTest {

  private static final Path CASES = Path.of("src/test/resources/dangers");

  @TempDir private Path folder;

  @TestFactory
  List<DynamicTest> findsWhatTheCaseFileSays() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (CaseFile file : cases()) {
      tests.add(DynamicTest.dynamicTest(file.name(), () -> check(file)));
    }
    return tests;
  }

  @Test
  void everyDangerHasACase() throws IOException {
    assertThat(cases().stream().map(CaseFile::code).distinct())
        .containsAll(Stream.of(DangerKind.values()).map(kind -> kind.code().name()).toList());
  }

  @Test
  void codesAreInTheOrderOfTheKinds() {
    assertThat(DangerKind.values()).extracting(DangerKind::code).isSorted().doesNotHaveDuplicates();
    assertThat(Stream.of(Code.values()).filter(code -> code.name().startsWith("DNG")))
        .hasSize(DangerKind.values().length);
  }

  @Test
  void pagesShowWhatACasePrints() throws IOException {
    StringBuilder printed = new StringBuilder();
    for (CaseFile file : cases()) {
      printed.append(file.expected());
    }
    for (DangerKind kind : DangerKind.values()) {
      assertThat(DiagnosticPage.of(kind.code()).example())
          .contains(kind.code() + ": ")
          .isSubstringOf(printed);
    }
  }

  private static List<CaseFile> cases() throws IOException {
    List<CaseFile> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(CASES)) {
      for (Path file : files.sorted().toList()) {
        cases.add(CaseFile.read(file));
      }
    }
    return cases;
  }

  private void check(CaseFile file) throws IOException {
    String found = found(file);
    if (Boolean.getBoolean("golden.update")) {
      assertThat(System.getenv("CI")).as("goldens are not updated on a CI server").isNull();
      file.expect(found);
    } else {
      assertThat(found).isEqualTo(file.expected());
    }
    assertThat(found).doesNotContain(".\n");
    if (file.code().equals("OK")) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found).contains(file.code() + ": ");
    }
  }

  private String found(CaseFile file) throws IOException {
    String head = file.sections().get(0).head();
    if (!head.startsWith("input ") && !head.matches("before \\S+/?\\S*\\.yaml")) {
      return text("", EditedObjects.dangers(file));
    }
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, List<Danger>> entry :
        EditedInputs.dangers(file, folder.resolve(file.name())).entrySet()) {
      text.append(text(entry.getKey() + ": ", entry.getValue()));
    }
    return text.toString();
  }

  private static String text(String who, List<Danger> dangers) {
    StringBuilder text = new StringBuilder();
    for (Danger danger : dangers) {
      text.append(who)
          .append(danger.kind().code())
          .append(": ")
          .append(danger.kind().label())
          .append(' ')
          .append(danger.object().display());
      if (!danger.path().isEmpty()) {
        text.append(' ').append(path(danger));
      }
      text.append(": ").append(danger.text()).append('\n');
    }
    return text.toString();
  }

  private static String path(Danger danger) {
    return new io.tenantsmith.plan.ValueChange(
            danger.path(), null, null, io.tenantsmith.plan.ValueChange.Form.PLAIN, null, List.of())
        .display();
  }
}
