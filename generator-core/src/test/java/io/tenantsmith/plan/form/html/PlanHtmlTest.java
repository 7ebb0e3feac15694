package io.tenantsmith.plan.form.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.harness.GoldenFile;
import io.tenantsmith.harness.HostileTexts;
import io.tenantsmith.harness.PlanStructure;
import io.tenantsmith.plan.ChangeGroup;
import io.tenantsmith.plan.Fate;
import io.tenantsmith.plan.FleetPlan;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.plan.ValueChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page of a plan as a text; in a browser it is looked at by {@code .ci/check-plan-page}. */
class PlanHtmlTest {

  @Test
  void aSmallPlanIsAsExpected() {
    new GoldenFile("io/tenantsmith/plan/form/html/small.html").assertIs(body(SmallPlan.plan()));
  }

  private static String body(FleetPlan plan) {
    String page = PlanHtml.of(plan);
    return page.substring(page.indexOf("<body>"), page.lastIndexOf("<script>"));
  }

  @Test
  void theSamePlanIsTheSamePage() {
    assertThat(PlanHtml.of(SamplePlans.differentChanges(300)))
        .isEqualTo(PlanHtml.of(SamplePlans.differentChanges(300)));
  }

  @Test
  void aPlanWithoutChangesSaysSo() {
    FleetPlan none = SamplePlans.of(List.of(), List.of());
    assertThat(PlanHtml.of(none))
        .contains("Nothing changes.")
        .doesNotContain("<form", "id=\"list\"");
  }

  @Test
  void thePolicyAllowsItsOwnStyleAndScriptAlone() {
    String page = PlanHtml.of(SmallPlan.plan());
    PageResource style = PageResource.of("page.css");
    PageResource script = PageResource.of("page.js");
    assertThat(style.text()).doesNotContainIgnoringCase("</style", "url(", "@import");
    assertThat(script.text()).doesNotContainIgnoringCase("</script", "<!--", "innerHTML", "fetch(");
    assertThat(page)
        .contains("<style>" + style.text() + "</style>", "<script>" + script.text() + "</script>")
        .contains("style-src " + style.allowed().replace("'", "&#39;"))
        .contains("script-src " + script.allowed().replace("'", "&#39;"))
        .contains("default-src &#39;none&#39;");
    assertThat(PlanStructure.allTags(page).filter(tag -> tag.matches(".* (style|on[a-z]+|src)=.*")))
        .isEmpty();
  }

  @Test
  void dataLossStandsAboveAllElse() {
    String page = PlanHtml.of(SmallPlan.plan());
    assertThat(page.indexOf("class=\"loss\""))
        .isPositive()
        .isLessThan(page.indexOf("class=\"cards\""));
    assertThat(page).contains("<details class=\"folded\"><summary>2 tenants</summary>");
  }

  @Test
  void theFirstChangesAreReadWithoutTheScript() {
    String page = PlanHtml.of(SamplePlans.differentChanges(250));
    assertThat(PlanStructure.allTags(page).filter("<li class=\"change\">"::equals)).hasSize(200);
    assertThat(data(page, "rows").lines()).hasSize(50);
    assertThat(page)
        .contains("The first 200 of 250 changes; a script shows all.")
        .contains("<bdi>tenant-10199</bdi></h3>")
        .doesNotContain("<bdi>tenant-10200</bdi></h3>");
  }

  @Test
  void theScriptMayBuildAllThatALineHolds() {
    String script = PageResource.of("page.js").text();
    Set<String> tags = new TreeSet<>();
    Set<String> attributes = new TreeSet<>();
    Stream.concat(SmallPlan.plan().groups().stream(), HostilePlan.of("x").groups().stream())
        .flatMap(
            group -> Stream.of(GroupRow.of(group), new GroupBody(group, new PageRoom()).part()))
        .forEach(part -> collect(part, tags, attributes));
    tags.remove("details");
    assertThat(tags).isNotEmpty().allSatisfy(tag -> assertThat(words(script)).contains(tag));
    assertThat(attributes).allSatisfy(name -> assertThat(script).contains('"' + name + '"'));
  }

  private static List<String> words(String script) {
    String tags = script.substring(script.indexOf("TAGS = "), script.indexOf("ATTRIBUTES = "));
    return List.of(tags.split("[^a-z0-9]+"));
  }

  private static void collect(Part part, Set<String> tags, Set<String> attributes) {
    if (part instanceof Element element) {
      tags.add(element.tag());
      attributes.addAll(element.attributes().keySet());
      element.parts().forEach(each -> collect(each, tags, attributes));
    }
  }

  @Test
  void aSecretIsNotInThePage() {
    ValueChange secret =
        new ValueChange(
            List.of("data", "password"),
            "hunter2",
            "correct-horse",
            ValueChange.Form.SENSITIVE,
            null,
            List.of());
    assertThat(PlanHtml.of(oneGroup(SamplePlans.changed("Secret", secret))))
        .contains("(sensitive)")
        .doesNotContain("hunter2", "correct-horse");
  }

  @Test
  void valuesThatDifferInTheirTypeAloneAreToldApart() {
    ValueChange port = SamplePlans.value(List.of("port"), "80", 80);
    assertThat(PlanHtml.of(oneGroup(SamplePlans.changed("Service", port))))
        .contains("<code><bdi>&quot;80&quot;</bdi></code>", "<code><bdi>80</bdi></code>");
  }

  @Test
  void whatAPageCannotHoldIsCounted() {
    Map<String, Object> large =
        Map.of("data", Map.of("text", "a line of some length\n".repeat(120)));
    ObjectChange object = SmallPlan.whole("v1", "ConfigMap", Fate.ADDED, large);
    List<ChangeGroup> groups =
        Collections.nCopies(
            2_000,
            SamplePlans.group(
                Fate.ADDED, SamplePlans.tenants(0, 1), List.of(object), List.of(), List.of()));
    String page = PlanHtml.of(SamplePlans.of(groups, List.of()));
    long shown =
        PlanStructure.allTags(page).filter("<li class=\"change\">"::equals).count()
            + data(page, "rows").lines().filter(line -> !line.contains("folded")).count();
    assertThat(page).containsPattern("Of [0-9,]+ objects only the name is shown");
    assertThat(page.length()).isLessThan(12_000_000);
    assertThat(shown).isPositive();
  }

  static Collection<Arguments> attacks() {
    return HostileTexts.all().entrySet().stream()
        .map(attack -> Arguments.of(attack.getKey(), attack.getValue()))
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void aTextOfSomebodyElseIsTextAndNothingElse(String name, String text) {
    String page = PlanHtml.of(HostilePlan.of(text));
    assertThat(PlanStructure.tags(page))
        .isEqualTo(PlanStructure.tags(PlanHtml.of(HostilePlan.of(HostileTexts.twin(text)))));
    String byScript = PlanHtml.of(HostilePlan.of(text), 0);
    assertThat(shape(byScript))
        .isEqualTo(shape(PlanHtml.of(HostilePlan.of(HostileTexts.twin(text)), 0)));
    assertThat(Stream.of(page, byScript))
        .allSatisfy(
            each ->
                assertThat(each.codePoints().filter(point -> point != '\n' && point != '\t'))
                    .allMatch(Quoted::isPrintable));
  }

  @Test
  void whatIsNotPrintableIsSeen() {
    assertThat(PlanHtml.of(HostilePlan.of("acme\u202Egnp.exe")))
        .contains("acme<span class=\"odd\">\\u{202E}</span>gnp.exe");
  }

  /** The lines of data, each as the names of its elements. */
  private static List<Object> shape(String page) {
    assertThat(data(page, "index")).doesNotContain("<", ">");
    assertThat(data(page, "parts")).doesNotContain("<", ">");
    assertThat(data(page, "rows")).doesNotContain("<", ">");
    JsonMapper json = new JsonMapper();
    JsonNode parts = json.readTree(data(page, "parts"));
    List<Object> names = new ArrayList<>();
    data(page, "rows")
        .lines()
        .flatMap(line -> Stream.of(line.split("\t")))
        .forEach(part -> addNames(json.readTree(part), parts, names));
    return names;
  }

  private static void addNames(JsonNode part, JsonNode parts, List<Object> names) {
    if (part.isNumber()) {
      addNames(parts.get(part.asInt()), parts, names);
    } else if (part.isArray() && !List.of("span.odd", "wbr").contains(part.get(0).asString())) {
      names.add(part.get(0).asString());
      for (int i = 1; i < part.size(); i++) {
        addNames(part.get(i), parts, names);
      }
    }
  }

  private static String data(String page, String id) {
    String begin = "id=\"" + id + "\">";
    int start = page.indexOf(begin) + begin.length();
    return page.substring(start, page.indexOf("</script>", start));
  }

  private static FleetPlan oneGroup(ObjectChange object) {
    return SamplePlans.of(
        List.of(
            SamplePlans.group(
                Fate.CHANGED,
                SamplePlans.tenants(0, 1),
                List.of(object),
                List.of(SamplePlans.memoryCause()),
                List.of())),
        List.of());
  }
}
