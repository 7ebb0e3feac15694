package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Format;
import io.tenantsmith.diagnostic.Style;
import io.tenantsmith.engine.StepPlan.Item;
import io.tenantsmith.engine.StepPlan.ObjectCounts;
import io.tenantsmith.engine.command.Check;
import io.tenantsmith.engine.command.Generate;
import io.tenantsmith.engine.command.Publish;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.harness.IsolatedGit;
import io.tenantsmith.harness.ReportContract;
import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.model.TenantState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sample's tenants take every step of a life, forward and back: what is said of each is what
 * the files do.
 */
class StepPlansTest {

  private static final List<String> TENANTS = List.of("acme-corp", "globex", "tenant1");
  private static final Pattern NAMED = Pattern.compile("(?:job/|physicalbackup )([a-z0-9-]+)");

  /** Every step but the last, which has no file. */
  private static final List<TenantState> LIFE =
      List.of(
          TenantState.SUSPENDED,
          TenantState.ACTIVE,
          TenantState.SUSPENDED,
          TenantState.RETAINED,
          TenantState.ACTIVE,
          TenantState.SUSPENDED,
          TenantState.RETAINED,
          TenantState.SUSPENDED,
          TenantState.RETAINED,
          TenantState.ERASING,
          TenantState.RETAINED,
          TenantState.ERASING,
          TenantState.ERASED,
          TenantState.ERASING,
          TenantState.ERASED);

  @TempDir private Path folder;

  @Test
  void whatIsSaidOfEachStepIsWhatTheFilesDo() throws IOException {
    SampleFleet.copyTo(folder, 1);
    done(generate());
    published(0);
    TenantState from = TenantState.ACTIVE;
    for (TenantState to : LIFE) {
      state(to);
      Map<String, String> before = SampleFleet.tree(folder.resolve("output"));
      List<StepPlan> foretold = checked();
      GenerateResult.Writing written = done(generate());
      assertThat(written.steps()).isEqualTo(foretold);
      assertThat(written.steps()).extracting(plan -> plan.way().tenant().id()).isEqualTo(TENANTS);
      for (StepPlan plan : written.steps()) {
        assertThat(plan.way().from()).isEqualTo(from.label());
        assertThat(plan.way().to()).isEqualTo(to.label());
        judge(plan, written, before);
        assertThat(plan.effects().stream().anyMatch(e -> e.topic() == StepPlan.Topic.PATCHES))
            .as("patches that are left out: %s", plan.way())
            .isEqualTo(plan.way().tenant().id().equals("globex") && to != TenantState.ACTIVE);
        assertThat(String.join("\n", StepText.lines(plan)).contains("a backup runs at once"))
            .as("only the backup of a database that comes back: %s", plan.way())
            .isEqualTo(
                from == TenantState.RETAINED
                    && (to == TenantState.ACTIVE || to == TenantState.SUSPENDED));
      }
      assertThat(published(to == TenantState.ERASED ? TENANTS.size() : 0)).isEqualTo(foretold);
      assertThat(done(generate()).steps()).as("the same state again").isEmpty();
      from = to;
    }
    removedAtLast();
  }

  /** The numbers are those of the trees, data is lost where it is erased alone, names are real. */
  private void judge(StepPlan plan, GenerateResult.Writing written, Map<String, String> before)
      throws IOException {
    String step = plan.way() + "\n" + String.join("\n", StepText.lines(plan));
    ObjectCounts counts = plan.objects();
    StepPlan.Leaving leaving = plan.leaving();
    int now =
        written.tenants().stream()
            .filter(tenant -> tenant.id().equals(plan.way().tenant().id()))
            .findFirst()
            .orElseThrow()
            .objects();
    assertThat(counts.created() + counts.changed() + counts.unchanged()).as(step).isEqualTo(now);
    assertThat(leaving.forgotten()).as("what no sync tool deletes any more: %s", step).isEmpty();
    boolean erased = plan.way().to().equals("erased");
    assertThat(!plan.leaving().data().isEmpty()).as(step).isEqualTo(erased && counts.removed() > 0);
    plan.checks().beforeMerging().forEach(check -> named(check, before));
    if (erased) {
      erases(plan);
    }
  }

  private void erases(StepPlan plan) throws IOException {
    // Each step is published before the next.
    String erasing =
        new IsolatedGit(folder.resolve("target/gitops.git")).run("rev-parse", "environment/prod");
    String namespace = plan.way().tenant().namespace();
    int instances = Map.of("acme-corp", 2, "globex", 3, "tenant1", 1).get(plan.way().tenant().id());
    List<String> data =
        plan.leaving().data().stream().map(item -> item.displayIn(namespace)).toList();
    assertThat(data)
        .contains(
            "Namespace " + namespace,
            "PersistentVolumeClaim wordpress-content",
            "PersistentVolumeClaim storage-mariadb-" + (instances - 1),
            "Secret backup-encryption",
            "Secret mariadb-root",
            "Secret admin-apps/oidc-wordpress-" + plan.way().tenant().id(),
            "Secret admin-apps/content-bot-" + plan.way().tenant().id())
        .doesNotHaveDuplicates();
    assertThat(plan.leaving().data())
        .filteredOn(item -> item.kind().equals("PersistentVolumeClaim"))
        .allSatisfy(StepPlansTest::isSized);
    assertThat(plan.checks().beforeMerging())
        .hasSize(4)
        .filteredOn(check -> check.what().endsWith("has applied it"))
        .hasSize(2)
        .allMatch(check -> check.expect().startsWith(erasing + ", which published erasing"));
  }

  private static void isSized(Item claim) {
    assertThat(claim.size()).as(claim.name()).matches("[0-9]+Gi");
    assertThat(claim.storageClass()).as(claim.name()).startsWith("tenant-rw");
  }

  /** A command names only what is in the cluster already. */
  private static void named(StepPlan.Check check, Map<String, String> before) {
    Matcher matcher = NAMED.matcher(check.command());
    while (matcher.find()) {
      assertThat(before.values()).as(check.command()).anyMatch(t -> t.contains(matcher.group(1)));
    }
  }

  private void removedAtLast() throws IOException {
    for (String tenant : TENANTS.subList(1, TENANTS.size())) {
      Files.delete(folder.resolve("tenants/" + tenant + ".yaml"));
    }
    GenerateResult.Writing written = done(generate());
    assertThat(written.steps())
        .hasSize(TENANTS.size() - 1)
        .allSatisfy(
            plan -> {
              assertThat(plan.way().to()).isEqualTo(StepPlan.Way.REMOVED);
              assertThat(plan.leaving()).isEqualTo(StepPlan.Leaving.NOTHING);
              assertThat(plan.way().because().file())
                  .isEqualTo("tenants/" + plan.way().tenant().id() + ".yaml");
            });
    assertThat(written.removed()).isEqualTo(TENANTS.subList(1, TENANTS.size()));
    assertThat(published(written.removed().size())).isEqualTo(written.steps());
  }

  private void state(TenantState state) throws IOException {
    String more =
        switch (state) {
          case RETAINED -> "until: \"2027-03-31\"\n";
          case ERASING -> "confirm: TENANT\n";
          default -> "";
        };
    for (String tenant : TENANTS) {
      Path file = folder.resolve("tenants/" + tenant + ".yaml");
      String text = Files.readString(file, StandardCharsets.UTF_8);
      String cleared =
          Stream.of("state", "until", "confirm")
              .reduce(text, (rest, key) -> rest.replaceAll("(?m)^" + key + ":.*\n", ""));
      String stated = "state: " + state.label() + "\n" + more.replace("TENANT", tenant);
      Files.writeString(file, cleared + stated);
    }
  }

  /** What check says; its JSON must be what the schema describes. */
  private List<StepPlan> checked() {
    Report report = new Check().run(Request.of(folder), Session.ofThisProcess());
    assertThat(report.outcome()).as("%s", report.diagnostics()).isEqualTo(Outcome.CHANGES_FOUND);
    String json = ReportText.inFormat(report, Format.JSON, Style.PLAIN);
    assertThat(new ReportContract().problems(json)).isEmpty();
    CheckResult result = (CheckResult) report.result().orElseThrow();
    String summary = String.join("\n", ReportText.summary(report));
    result
        .differences()
        .steps()
        .forEach(plan -> assertThat(summary).contains(String.join("\n", StepText.lines(plan))));
    return result.differences().steps();
  }

  /** The steps of a publish, which erases or removes exactly so many. */
  private List<StepPlan> published(int removed) {
    PublishOptions.Permits permits = new PublishOptions.Permits(removed, null, false, List.of());
    Report report =
        new Publish(new PublishOptions(null, null, permits))
            .run(Request.of(folder), Session.ofThisProcess());
    assertThat(report.outcome()).as("%s", report.diagnostics()).isEqualTo(Outcome.DONE);
    PublishResult result = (PublishResult) report.result().orElseThrow();
    return result.pushed().orElseThrow().tenants().steps();
  }

  private Report generate() {
    return new Generate(false).run(Request.of(folder), Session.ofThisProcess());
  }

  private static GenerateResult.Writing done(Report report) {
    assertThat(report.outcome()).as("%s", report.diagnostics()).isEqualTo(Outcome.DONE);
    return ((GenerateResult) report.result().orElseThrow()).writing().orElseThrow();
  }
}
