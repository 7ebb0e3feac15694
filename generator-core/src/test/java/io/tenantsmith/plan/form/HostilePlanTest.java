package io.tenantsmith.plan.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.FileNames;
import io.tenantsmith.diagnostic.Style;
import io.tenantsmith.harness.HostileTexts;
import io.tenantsmith.harness.PlanStructure;
import io.tenantsmith.json.JsonWriter;
import io.tenantsmith.plan.FleetPlan;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever stands in a display name, a patch, a file name or a sentence made of them, every form
 * keeps the structure that it has with a harmless text.
 */
class HostilePlanTest {

  private static final List<String> PLANS =
      List.of("tier-change", "data-loss", "all-forms-of-values", "no-change", "first-plan");

  private static final Pattern OUTSIDE_CODE =
      Pattern.compile("[\\p{L}\\p{N}\\s.,;:%'\"()/+>-]*|\\[!CAUTION\\]");

  private static final int WIDE = 1_000_000;

  static Stream<Arguments> attacks() {
    return HostileTexts.all().entrySet().stream()
        .flatMap(
            attack -> PLANS.stream().map(p -> Arguments.of(attack.getKey(), attack.getValue(), p)));
  }

  private static List<UnaryOperator<String>> places(String text) {
    return List.of(s -> s + " " + text, s -> text + " " + s, s -> text);
  }

  private static List<UnaryOperator<String>> harmless() {
    return places("x");
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("attacks")
  void textKeepsItsLines(String name, String attack, String plan) throws IOException {
    for (int i = 0; i < places(attack).size(); i++) {
      FleetPlan bad = HostilePlan.of(plan, places(attack).get(i));
      FleetPlan good = HostilePlan.of(plan, harmless().get(i));
      for (Detail detail : Detail.values()) {
        Style wide = new Style(false, WIDE);
        List<String> lines = PlanText.of(bad, FileNames.OF_THE_FLEET, wide, detail);
        assertThat(PlanStructure.starts(lines))
            .isEqualTo(
                PlanStructure.starts(PlanText.of(good, FileNames.OF_THE_FLEET, wide, detail)));
        PlanStructure.assertHarmless(String.join("\n", lines));
        PlanStructure.assertHarmless(PlanCasesTest.text(bad, Style.PLAIN, detail));
      }
      String summary = PlanSummary.of(bad) + "\n" + PlanSummary.dangers(bad);
      assertThat(summary.lines()).hasSize(2);
      PlanStructure.assertHarmless(summary);
    }
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("attacks")
  void markdownKeepsItsBlocks(String name, String attack, String plan) throws IOException {
    for (int i = 0; i < places(attack).size(); i++) {
      FleetPlan bad = HostilePlan.of(plan, places(attack).get(i));
      FleetPlan good = HostilePlan.of(plan, harmless().get(i));
      String comment = PlanMarkdown.of(bad, FileNames.OF_THE_FLEET);
      PlanStructure.assertHarmless(comment);
      assertThat(PlanStructure.blocks(comment))
          .isEqualTo(PlanStructure.blocks(PlanMarkdown.of(good, FileNames.OF_THE_FLEET)));
      inline(Parser.builder().build().parse(comment));
      String commit = PlanMarkdown.ofCommit(bad, FileNames.OF_THE_FLEET);
      PlanStructure.assertHarmless(commit);
      assertThat(PlanStructure.blocks(commit))
          .isEqualTo(PlanStructure.blocks(PlanMarkdown.ofCommit(good, FileNames.OF_THE_FLEET)));
      inline(Parser.builder().build().parse(commit));
    }
  }

  /** Outside of code only words and signs without a meaning, also to what a Git host adds. */
  private static void inline(Node node) {
    if (node instanceof Text text) {
      assertThat(text.getLiteral()).matches(OUTSIDE_CODE);
      assertThat(text.getLiteral()).doesNotContainIgnoringCase("www.").doesNotContain("//");
    } else {
      assertThat(
              node instanceof Block
                  || node instanceof Code
                  || node instanceof StrongEmphasis
                  || node instanceof SoftLineBreak)
          .as(node.toString())
          .isTrue();
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      inline(child);
    }
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("attacks")
  void jsonGivesThePlanBack(String name, String attack, String plan) throws IOException {
    for (UnaryOperator<String> place : places(attack)) {
      FleetPlan bad = HostilePlan.of(plan, place);
      String json = JsonWriter.pretty(PlanJson.of(bad));
      assertThat(json.lines().count())
          .isEqualTo(
              JsonWriter.pretty(PlanJson.of(HostilePlan.of(plan, harmless().get(0))))
                  .lines()
                  .count());
      PlanStructure.assertHarmless(json);
      assertThat(PlanReader.read(json)).isEqualTo(masked(bad));
    }
  }

  /** Secrets are not in the JSON, so what is read from it once is what it holds. */
  private static FleetPlan masked(FleetPlan plan) {
    return PlanReader.read(JsonWriter.line(PlanJson.of(plan)));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("attacks")
  void outputsOfGithubKeepTheirLines(String name, String attack, String plan) throws IOException {
    FleetPlan bad = HostilePlan.of(plan, s -> attack);
    FleetPlan good = HostilePlan.of(plan, s -> "x");
    assertThat(GithubOutputs.outputs(bad)).isEqualTo(GithubOutputs.outputs(good));
    assertThat(GithubOutputs.summary(bad, FileNames.OF_THE_FLEET))
        .startsWith(PlanMarkdown.MARKER + " commit=none base=none -->\n");
  }

  /** What a Git host does because of the message of a commit, wherever it stands. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "fixes #1",
        "Closes: org/repo#12",
        "resolved GH-7",
        "fix https://git.example.com/org/repo/issues/3",
        "[skip ci]",
        "[ci skip]",
        "[No CI]",
        "[skip actions]",
        "[actions skip]",
        "***NO_CI***",
        "skip-checks: true"
      })
  void commitsGiveNoOrders(String order) throws IOException {
    for (UnaryOperator<String> place : places(order)) {
      for (String plan : PLANS) {
        String commit = PlanMarkdown.ofCommit(HostilePlan.of(plan, place), FileNames.OF_THE_FLEET);
        assertThat(commit).doesNotContainIgnoringCase(order);
      }
    }
  }
}
