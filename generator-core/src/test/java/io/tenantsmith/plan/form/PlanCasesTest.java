package io.tenantsmith.plan.form;

import io.tenantsmith.diagnostic.FileNames;
import io.tenantsmith.diagnostic.Style;
import io.tenantsmith.harness.GoldenFile;
import io.tenantsmith.json.JsonWriter;
import io.tenantsmith.plan.FleetPlan;
import io.tenantsmith.plan.form.html.PlanHtml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every folder of {@code plans} holds a plan in its published form and what all other forms show of
 * it; a new case is a new {@code plan.json}, and {@code -Dgolden.update=true} writes the rest.
 */
class PlanCasesTest {

  private static final Path CASES = Path.of("src/test/resources/plans");

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyFormIsAsExpected(Path folder) throws IOException {
    FleetPlan plan = PlanReader.read(Files.readString(folder.resolve("plan.json")));
    check(folder, "plan.json", JsonWriter.pretty(PlanJson.of(plan)));
    check(folder, "plan.txt", text(plan, new Style(false, 110), Detail.BRIEF));
    check(folder, "narrow.txt", text(plan, Style.PLAIN, Detail.BRIEF));
    check(folder, "detail.txt", text(plan, Style.PLAIN, Detail.FIELDS));
    check(folder, "full.txt", text(plan, Style.PLAIN, Detail.FULL));
    check(folder, "plan.md", PlanMarkdown.of(plan, FileNames.OF_THE_FLEET));
    check(folder, "commit.md", PlanMarkdown.ofCommit(plan, FileNames.OF_THE_FLEET));
    check(folder, "plan.html", body(PlanHtml.of(plan)));
    String summary = PlanSummary.of(plan) + "\n" + PlanSummary.dangers(plan) + "\n";
    check(folder, "summary.txt", summary);
  }

  static String text(FleetPlan plan, Style style, Detail detail) {
    List<String> lines = PlanText.of(plan, FileNames.OF_THE_FLEET, style, detail);
    return String.join("\n", lines) + "\n";
  }

  /** What a page says; its style and its script are the same on every page. */
  private static String body(String page) {
    return page.substring(page.indexOf("<body>"), page.lastIndexOf("<script>"));
  }

  private static void check(Path folder, String name, String actual) {
    new GoldenFile("plans/" + folder.getFileName() + "/" + name).assertIs(actual);
  }
}
