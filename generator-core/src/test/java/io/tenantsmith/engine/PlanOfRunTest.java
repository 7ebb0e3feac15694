package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.engine.command.Check;
import io.tenantsmith.engine.command.Generate;
import io.tenantsmith.engine.command.Plan;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.harness.IsolatedGit;
import io.tenantsmith.plan.ChangeGroup;
import io.tenantsmith.plan.ChangedTenant;
import io.tenantsmith.plan.DangerKind;
import io.tenantsmith.plan.Fate;
import io.tenantsmith.plan.FleetPlan;
import io.tenantsmith.plan.form.PlanSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code generate} and {@code check} say of the plan that they carry out: the same as {@code
 * plan}, though they look at two of the tenants that change alike.
 */
class PlanOfRunTest {

  private static final int TENANTS = 24;
  private static final String CONTENT =
      """
      content:
        model_url: https://llm.example.com/v1
        model: some-model
      """;

  @TempDir Path folder;
  private FleetFolder fleet;

  @BeforeEach
  void setUp() throws IOException {
    fleet = FleetFolder.in(folder).tenants(TENANTS, "One");
  }

  @Test
  void whereNothingIsThereTenantsAreCountedOnly() {
    FleetPlan plan = generated().orElseThrow().plan();
    assertThat(plan.counts()).isEqualTo(new FleetPlan.Counts(TENANTS, 0, 0, 0));
    assertThat(plan.groups()).isEmpty();
    assertThat(PlanSummary.of(plan)).startsWith("Plan: 24 to add, 0 to change");
  }

  @Test
  void whereNothingChangesNothingIsSaid() {
    generated();
    assertThat(generated()).isEmpty();
    assertThat(checked()).isEmpty();
  }

  @Test
  void itSaysOfAWholeTierWhatThePlanSays() throws IOException {
    generated();
    edit("tiers/pro.yaml", "pod_memory: 1Gi", "pod_memory: 1100Mi");
    edit("tiers/enterprise.yaml", "min_replicas: 3", "min_replicas: 2");

    FleetPlan said = checked().orElseThrow().plan();

    assertSame(said, planned());
    assertThat(said.groups()).anySatisfy(group -> assertThat(group.tenants()).hasSize(TENANTS / 3));
    assertThat(generated().orElseThrow().plan()).isEqualTo(said);
  }

  @Test
  void itSaysOfSingleTenantsWhatThePlanSays() throws IOException {
    append("tenants/t001.yaml", "custom_domains: [www.moved.example.net]\n");
    append("tenants/t004.yaml", "custom_domains: [www.gone.example.net]\n");
    generated();
    fleet.tenants(TENANTS, "One");
    append("tenants/t007.yaml", "custom_domains: [www.moved.example.net]\n");
    append("tenants/t010.yaml", "state: suspended\n");
    Files.writeString(
        folder.resolve("tenants/t990.yaml"),
        Files.readString(folder.resolve("tenants/t000.yaml")).replace("t000", "t990"));

    FleetPlan said = checked().orElseThrow().plan();

    FleetPlan planned = planned();
    assertSame(said, planned);
    assertThat(kinds(said)).contains(DangerKind.HOST_MOVED, DangerKind.HOST_REMOVED);
    assertThat(said.counts().added()).isEqualTo(1);
    assertThat(said.groups())
        .filteredOn(group -> group.scope().fate() == Fate.ADDED)
        .singleElement()
        .satisfies(group -> assertThat(group.after().objects()).isPositive());
  }

  /**
   * What goes takes its network policy along: the others of the namespace are not looked at alone.
   */
  @Test
  void itSaysOfSharedFilesWhatThePlanSays() throws IOException {
    generated();
    edit("fleet.yaml", CONTENT, "");

    FleetPlan said = checked().orElseThrow().plan();

    assertSame(said, planned());
    assertThat(kinds(said)).contains(DangerKind.DATA_LOSS).doesNotContain(DangerKind.NET_OPENED);
  }

  @Test
  void dataLossStandsFirst() throws IOException {
    fleet.expect(fleet.publish());
    for (String state :
        List.of(
            "state: suspended\n",
            "state: retained\nuntil: \"2027-03-31\"\n",
            "state: erasing\nconfirm: t001\n",
            "state: erased\n")) {
      fleet.tenants(TENANTS, "One");
      append("tenants/t001.yaml", state);
      Report report = fleet.publish();
      fleet.expect(report);
      List<String> lines = ReportText.summary(report);
      if (state.contains("erased")) {
        assertThat(lines.get(1)).isEqualTo("DATA LOSS (DNG901)");
        assertThat(lines.get(2)).startsWith("  t001  ");
        assertThat(lines).anyMatch(line -> line.startsWith("dangers: DATA LOSS 1 tenant"));
        String message =
            new IsolatedGit(folder.resolve("target/gitops.git"))
                .run("log", "-1", "--format=%B", "environment/prod");
        assertThat(message).contains(".\n\n**DATA LOSS** (DNG901)\n\n- **`t001`**: `Name");
        assertThat(message).containsPattern("(?s)DATA LOSS.*Plan: 0 to add.*Tenantsmith-Input: ");
      }
    }
  }

  /** Each tenant's change is another one here, and only so many are looked at. */
  @Test
  void whatIsNotLookedAtIsCounted() throws IOException {
    int many = 130;
    fleet.tenants(many, "One");
    generated();
    for (int i = 0; i < many; i++) {
      append(
          String.format(Locale.ROOT, "tenants/t%03d.yaml", i),
          """
          patches:
            - target: {kind: HTTPRoute, name: wordpress}
              patch: |
                - {op: replace, path: /spec/rules/0/timeouts/request, value: 100s}
          """
              .replace("100s", 100 + i + "s"));
    }

    FleetPlan said = checked().orElseThrow().plan();

    assertThat(said.counts().changed()).isEqualTo(many);
    assertThat(said.groups().stream().mapToInt(group -> group.tenants().size()).sum())
        .isEqualTo(100);
    assertThat(PlanSummary.of(said))
        .isEqualTo(
            "Plan: 0 to add, 130 to change, 0 to remove; 0 unchanged;"
                + " left out: what changes of 30 tenants (plan shows it)");
  }

  private static void assertSame(FleetPlan said, FleetPlan planned) {
    assertThat(said.counts()).isEqualTo(planned.counts());
    assertThat(PlanSummary.dangers(said)).isEqualTo(PlanSummary.dangers(planned));
    assertThat(byTenant(said)).isEqualTo(byTenant(planned));
    for (ChangeGroup group : planned.groups()) {
      if (!group.scope().shared() && group.scope().fate() == Fate.CHANGED) {
        assertThat(said.groups())
            .filteredOn(other -> ids(other).equals(ids(group)))
            .singleElement()
            .satisfies(other -> assertThat(other.objects()).isEqualTo(group.objects()))
            .satisfies(other -> assertThat(other.before()).isEqualTo(group.before()))
            .satisfies(other -> assertThat(other.after()).isEqualTo(group.after()));
      }
    }
  }

  /** Kinds of dangers of each tenant. */
  private static SortedMap<String, List<DangerKind>> byTenant(FleetPlan plan) {
    SortedMap<String, List<DangerKind>> kinds = new TreeMap<>();
    for (ChangeGroup group : plan.groups()) {
      List<DangerKind> dangers = group.dangers().stream().map(d -> d.kind()).toList();
      ids(group).forEach(id -> kinds.put(id, dangers));
    }
    return kinds;
  }

  private static List<String> ids(ChangeGroup group) {
    return group.tenants().stream().map(ChangedTenant::id).toList();
  }

  private static List<DangerKind> kinds(FleetPlan plan) {
    return plan.groups().stream().flatMap(g -> g.dangers().stream()).map(d -> d.kind()).toList();
  }

  private Optional<PlanNote> generated() {
    Report report = new Generate(false).run(Request.of(folder), Session.ofThisProcess());
    fleet.expect(report);
    GenerateResult result = (GenerateResult) report.result().orElseThrow();
    return result.writing().orElseThrow().planned();
  }

  private Optional<PlanNote> checked() {
    Report report = new Check().run(Request.of(folder), Session.ofThisProcess());
    CheckResult result = (CheckResult) report.result().orElseThrow();
    return result.differences().planned();
  }

  private FleetPlan planned() {
    PlanOptions options =
        new PlanOptions(
            new PlanOptions.Against("output", null, null),
            PlanOptions.NONE.view(),
            List.of(),
            false);
    Report report = new Plan(options).run(Request.of(folder), Session.ofThisProcess());
    return ((PlanResult) report.result().orElseThrow()).plan();
  }

  private void append(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, Files.readString(file) + text);
  }

  private void edit(String name, String before, String after) throws IOException {
    Path file = folder.resolve(name);
    String text = Files.readString(file);
    assertThat(text).contains(before);
    Files.writeString(file, text.replace(before, after));
  }
}
