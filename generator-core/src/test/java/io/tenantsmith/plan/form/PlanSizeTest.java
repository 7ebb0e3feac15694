package io.tenantsmith.plan.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.FileNames;
import io.tenantsmith.diagnostic.Style;
import io.tenantsmith.plan.FleetPlan;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However large a plan is, each form fits its place and says exactly what is not there. */
class PlanSizeTest {

  private static final Pattern LEFT_OUT =
      Pattern.compile("\\*\\*Left out here: (?:([\\d,]+) changes? of ([\\d,]+) tenants?)?");
  private static final Pattern WITHOUT_FIELDS =
      Pattern.compile("the fields of ([\\d,]+) (?:more )?changes?");
  private static final Pattern RESTARTS = Pattern.compile("([\\d,]+) with RESTART");
  private static final Pattern MORE_LOST =
      Pattern.compile("- and ([\\d,]+) more, of ([\\d,]+) tenants");

  @Test
  void aTierForManyIsShort() {
    FleetPlan plan = GeneratedPlans.tier(3_000);
    String comment = PlanMarkdown.of(plan, FileNames.OF_THE_FLEET);
    assertThat(comment.lines().count()).isLessThan(200);
    assertThat(comment)
        .contains("`tiers/pro.yaml:11:3`")
        .contains("3,000 tenants")
        .contains("`tenant-00004` and 2,995 more")
        .doesNotContain("tenant-00005")
        .doesNotContain("Left out");
    List<String> text = PlanText.of(plan, FileNames.OF_THE_FLEET, Style.PLAIN, Detail.BRIEF);
    assertThat(text).hasSizeLessThan(20).anyMatch(line -> line.contains("tiers/pro.yaml:11"));
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "150", "151", "300", "1000", "10000"})
  void aCommentFits(int tenants) {
    String comment =
        PlanMarkdown.of(GeneratedPlans.different(tenants, "", false), FileNames.OF_THE_FLEET);
    assertThat(comment.length()).isLessThanOrEqualTo(PlanMarkdown.COMMENT);
    exact(comment, tenants);
  }

  @ParameterizedTest
  @CsvSource({"1", "12", "40", "100", "10000"})
  void theBodyOfACommitFits(int tenants) {
    FleetPlan plan = GeneratedPlans.different(tenants, "äöü€", false);
    String body = PlanMarkdown.ofCommit(plan, FileNames.OF_THE_FLEET);
    assertThat(body.getBytes(StandardCharsets.UTF_8).length)
        .isLessThanOrEqualTo(PlanMarkdown.COMMIT_BODY);
    exact(body, tenants);
    assertThat(WITHOUT_FIELDS.matcher(body).find()).isFalse();
  }

  /** As much as fits is shown: a comment that is cut is nearly full. */
  @Test
  void theRoomIsUsed() {
    FleetPlan plan = GeneratedPlans.different(10_000, "", false);
    assertThat(PlanMarkdown.of(plan, FileNames.OF_THE_FLEET).length())
        .isGreaterThan(PlanMarkdown.COMMENT - 1_000);
    assertThat(PlanMarkdown.ofCommit(plan, FileNames.OF_THE_FLEET).length())
        .isGreaterThan(PlanMarkdown.COMMIT_BODY - 1_000);
  }

  @Test
  void dataLossIsCountedWhereItDoesNotFit() {
    FleetPlan plan = GeneratedPlans.different(10_000, "`\u202e|", true);
    for (String text :
        List.of(
            PlanMarkdown.of(plan, FileNames.OF_THE_FLEET),
            PlanMarkdown.ofCommit(plan, FileNames.OF_THE_FLEET))) {
      long shown = text.lines().filter(line -> line.endsWith(": all uploads are lost")).count();
      Matcher more = MORE_LOST.matcher(text);
      assertThat(more.find()).isTrue();
      assertThat(shown + number(more.group(1))).isEqualTo(10_000);
      assertThat(number(more.group(2))).isEqualTo(10_000 - shown);
    }
    assertThat(PlanMarkdown.of(plan, FileNames.OF_THE_FLEET).length())
        .isLessThanOrEqualTo(PlanMarkdown.COMMENT);
  }

  /** Texts of inputs may be as long as they like. */
  @Test
  void longValuesAreCut() {
    FleetPlan plan = GeneratedPlans.different(50, "x".repeat(100_000), true);
    assertThat(PlanMarkdown.of(plan, FileNames.OF_THE_FLEET).length())
        .isLessThanOrEqualTo(PlanMarkdown.COMMENT);
    assertThat(PlanText.of(plan, FileNames.OF_THE_FLEET, Style.PLAIN, Detail.BRIEF))
        .allMatch(line -> line.length() < 500);
  }

  @Test
  void textNamesAHundredGroupsAndCountsTheRest() {
    FleetPlan plan = GeneratedPlans.different(10_000, "", false);
    List<String> lines =
        PlanText.of(plan, FileNames.OF_THE_FLEET, new Style(false, 200), Detail.BRIEF);
    assertThat(lines.stream().filter(line -> line.startsWith("  ~ "))).hasSize(100);
    assertThat(lines).contains("  and 9,900 more changes of 9,900 tenants (all of them: --full)");
    List<String> all =
        PlanText.of(plan, FileNames.OF_THE_FLEET, new Style(false, 200), Detail.FULL);
    assertThat(all.stream().filter(line -> line.startsWith("  ~ "))).hasSize(10_000);
  }

  @Test
  void numbersAndNamesDoNotDependOnTheLocale() {
    Locale before = Locale.getDefault();
    FleetPlan plan = GeneratedPlans.different(1_500, "", true);
    String usual = everything(plan);
    try {
      for (String tag : List.of("tr-TR", "de-DE", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(everything(plan)).isEqualTo(usual);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  private static String everything(FleetPlan plan) {
    return PlanCasesTest.text(plan, Style.PLAIN, Detail.FULL)
        + PlanMarkdown.of(plan, FileNames.OF_THE_FLEET)
        + PlanMarkdown.ofCommit(plan, FileNames.OF_THE_FLEET)
        + PlanJson.of(plan)
        + PlanSummary.of(plan)
        + PlanSummary.dangers(plan)
        + GithubOutputs.outputs(plan);
  }

  /** Items that are shown, those without fields and those that are counted are all of them. */
  private static void exact(String text, int tenants) {
    long shown = text.lines().filter(line -> line.startsWith("- `~` ")).count();
    long bare = text.lines().filter(line -> line.matches("- `~` .* because .*")).count();
    Matcher left = LEFT_OUT.matcher(text);
    boolean cut = left.find();
    long missing = cut && left.group(1) != null ? number(left.group(1)) : 0;
    assertThat(shown + missing).isEqualTo(tenants);
    if (missing > 0) {
      assertThat(number(left.group(2))).isEqualTo(missing);
      Matcher restarts = RESTARTS.matcher(text);
      assertThat(restarts.find()).isTrue();
      assertThat(number(restarts.group(1))).isEqualTo((tenants + 1) / 2 - (shown + 1) / 2);
    }
    Matcher fields = WITHOUT_FIELDS.matcher(text);
    if (fields.find()) {
      assertThat(number(fields.group(1))).isEqualTo(bare);
    }
  }

  private static long number(String text) {
    return Long.parseLong(text.replace(",", ""));
  }
}
