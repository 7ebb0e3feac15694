package io.tenantsmith.plan.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.FileNames;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.Style;
import io.tenantsmith.json.JsonWriter;
import io.tenantsmith.plan.FleetPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
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

  /** What a runner of a pipeline obeys: behind blanks, or anywhere in a line. */
  private static final Pattern COMMAND =
      Pattern.compile("(?m)^\\s*::[A-Za-z-]+( .*)?::|##[A-Za-z]*\\[");

  private static final Pattern OUTSIDE_CODE =
      Pattern.compile("[\\p{L}\\p{N}\\s.,;:%'\"()/+>-]*|\\[!CAUTION\\]");

  private static final int WIDE = 1_000_000;

  static Stream<Arguments> attacks() {
    return Stream.of(
            Arguments.of("escape sequences", "\u001b[2J\u001b[31mred\u001b]0;title\u0007"),
            Arguments.of("control characters", "a\rb\bc\u0000d\u009be"),
            Arguments.of("line ends", "a\n\n# b\r\nc\u2028d\u0085e"),
            Arguments.of("a list", "x\n- y\n1. z\n    code"),
            Arguments.of("right to left", "\u202e\u2066evil\u2069\u200f\u061c"),
            Arguments.of("HTML", "<script>alert(1)</script><img src=x onerror=y></details>-->"),
            Arguments.of("entities", "&lt;b&gt;&#64;all&nbsp;"),
            Arguments.of("backticks", "`a` ``b`` ```c"),
            Arguments.of("one backtick", "`"),
            Arguments.of("fences", "```\n~~~\n````diff"),
            Arguments.of("pipes", "| a | b |\n|---|---|\\|"),
            Arguments.of("emphasis", "*a* **b** _c_ __d__ ~~e~~ \\*f"),
            Arguments.of("links", "[a](javascript:b) ![c](http://d) <http://e> [f]: g"),
            Arguments.of("bare links", "https://evil.example www.evil.example mailto:a@b.c"),
            Arguments.of("mentions", "@everyone #1 GH-2 org/repo#3 :smile:"),
            Arguments.of("headings and rules", "# a\n===\n---\n> b"),
            Arguments.of("workflow commands", "::set-output name=changes::0"),
            Arguments.of("workflow commands behind a line end", "a\n::error file=b,line=1::c"),
            Arguments.of("workflow commands in words", "a ::warning::b ::stop-commands::c"),
            Arguments.of("old workflow commands", "##[error]a ##vso[task.setvariable x]b"),
            Arguments.of("percent escapes", "%0A::set-output name=a::b%0D%25"),
            Arguments.of("outputs", "x\nchanges=0\ndangers<<EOF"),
            Arguments.of("placeholders", "<tenant> ${{ github.token }} $(id) {{x}}"),
            Arguments.of("half a character", "\ud83d x \ude00"),
            Arguments.of("blanks", "   "),
            Arguments.of("numbers of a list", "1. 2) 3."),
            Arguments.of("formats", "%s %n {0} $1 \\1"))
        .flatMap(
            attack -> PLANS.stream().map(p -> Arguments.of(attack.get()[0], attack.get()[1], p)));
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
        assertThat(lines.stream().map(HostilePlanTest::start).toList())
            .isEqualTo(
                PlanText.of(good, FileNames.OF_THE_FLEET, wide, detail).stream()
                    .map(HostilePlanTest::start)
                    .toList());
        harmless(String.join("\n", lines));
        harmless(PlanCasesTest.text(bad, Style.PLAIN, detail));
      }
      String summary = PlanSummary.of(bad) + "\n" + PlanSummary.dangers(bad);
      assertThat(summary.lines()).hasSize(2);
      harmless(summary);
    }
  }

  /** Our own word or sign with which a line begins; a line that inputs begin is indented. */
  private static String start(String line) {
    boolean sign = line.startsWith("  ") && line.length() > 3 && line.charAt(3) == ' ';
    boolean ours = !line.startsWith(" ") || (sign && line.charAt(2) != ' ');
    return ours ? line.substring(0, Math.min(4, line.length())) : line.substring(0, 2);
  }

  private static void harmless(String text) {
    assertThat(text.codePoints().filter(point -> point != '\n').allMatch(Quoted::isPrintable))
        .as(text)
        .isTrue();
    assertThat(COMMAND.matcher(text).find()).as(text).isFalse();
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("attacks")
  void markdownKeepsItsBlocks(String name, String attack, String plan) throws IOException {
    for (int i = 0; i < places(attack).size(); i++) {
      FleetPlan bad = HostilePlan.of(plan, places(attack).get(i));
      FleetPlan good = HostilePlan.of(plan, harmless().get(i));
      String comment = PlanMarkdown.of(bad, FileNames.OF_THE_FLEET);
      harmless(comment);
      assertThat(blocks(comment)).isEqualTo(blocks(PlanMarkdown.of(good, FileNames.OF_THE_FLEET)));
      inline(Parser.builder().build().parse(comment));
      String commit = PlanMarkdown.ofCommit(bad, FileNames.OF_THE_FLEET);
      harmless(commit);
      assertThat(blocks(commit))
          .isEqualTo(blocks(PlanMarkdown.ofCommit(good, FileNames.OF_THE_FLEET)));
      inline(Parser.builder().build().parse(commit));
    }
  }

  private static List<String> blocks(String markdown) {
    List<String> blocks = new ArrayList<>();
    collect(Parser.builder().build().parse(markdown), "", blocks);
    return blocks;
  }

  private static void collect(Node node, String indent, List<String> blocks) {
    if (node instanceof Block) {
      String more = "";
      if (node instanceof FencedCodeBlock code) {
        more = " " + code.getInfo() + " " + code.getLiteral().lines().count();
      } else if (node instanceof HtmlBlock html) {
        more = " " + html.getLiteral().startsWith(PlanMarkdown.MARKER);
      }
      blocks.add(indent + node.getClass().getSimpleName() + more);
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      collect(child, indent + " ", blocks);
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
      harmless(json);
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
