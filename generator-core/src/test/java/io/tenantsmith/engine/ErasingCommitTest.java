package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.engine.command.Check;
import io.tenantsmith.engine.command.Publish;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.harness.IsolatedGit;
import io.tenantsmith.model.TenantState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The plan of the last step names the commit that a sync tool must have applied before: the one
 * that published {@code erasing}. Where that is not known it names none.
 */
class ErasingCommitTest {

  private static final String UNKNOWN =
      "a commit not older than the one that published erasing, not known here";

  @TempDir private Path folder;
  private FleetFolder fleet;

  @BeforeEach
  void setUp() throws IOException {
    fleet = FleetFolder.in(folder.resolve("fleet")).tenants(1, "One");
  }

  /** Who publishes nowhere has the output that is committed synced. */
  @Test
  void ofOutputThatIsCommittedItIsTheCommitOfTheFleet() throws IOException {
    setting("(?ms)^publish:.*?(?=^\\S|\\z)", "");
    LifeCycleFleet life = new LifeCycleFleet(fleet.root());
    IsolatedGit git = new IsolatedGit(fleet.root());
    String erasing = "";
    for (TenantState state : TenantState.values()) {
      if (state != TenantState.ERASED) {
        life.enter(state);
        erasing = git.run("rev-parse", "HEAD");
      }
    }
    git.run("commit", "-q", "--allow-empty", "-m", "of somebody else");
    erase();
    assertThat(expected(check())).containsOnly(named(erasing)).hasSize(2);

    Path shallow = folder.resolve("shallow");
    new IsolatedGit(folder)
        .run("clone", "-q", "--depth", "1", fleet.root().toUri().toString(), shallow.toString());
    fleet = new FleetFolder(shallow);
    for (String file : List.of("fleet.yaml", "tiers", "tenants")) {
      copy(folder.resolve("fleet").resolve(file), shallow.resolve(file));
    }
    assertThat(expected(check())).containsOnly(UNKNOWN).hasSize(2);
  }

  @Test
  void ofABranchItIsTheCommitThere() throws IOException {
    publishUntilErasing();
    IsolatedGit git = new IsolatedGit(fleet.root().resolve("target/gitops.git"));
    String erasing = git.run("rev-parse", "environment/prod");
    fleet.tenants(2, "Two");
    Files.writeString(fleet.root().resolve("tenants/t000.yaml"), first(TenantState.ERASING));
    fleet.expect(publish(PublishOptions.NONE));
    assertThat(git.run("rev-parse", "environment/prod")).isNotEqualTo(erasing);
    fleet.expect(fleet.generate());
    erase();
    assertThat(expected(check())).containsOnly(named(erasing)).hasSize(2);

    // Of a server publish alone asks; there it needs commits that a publish does not fetch else.
    String url = fleet.root().resolve("target/gitops.git").toUri().toString();
    setting("repository: target/gitops.git", "repository: " + url);
    assertThat(expected(check())).containsOnly(UNKNOWN).hasSize(2);
    PublishOptions.Permits one = new PublishOptions.Permits(1, null, false, List.of());
    Report published = publish(new PublishOptions(null, null, one));
    fleet.expect(published);
    PublishResult result = (PublishResult) published.result().orElseThrow();
    assertThat(expected(result.pushed().orElseThrow().tenants().steps()))
        .containsOnly(named(erasing))
        .hasSize(2);
  }

  private void publishUntilErasing() throws IOException {
    for (TenantState state : TenantState.values()) {
      if (state != TenantState.ERASED) {
        Files.writeString(fleet.root().resolve("tenants/t000.yaml"), first(state));
        fleet.expect(publish(PublishOptions.NONE));
      }
    }
  }

  private void erase() throws IOException {
    Files.writeString(fleet.root().resolve("tenants/t000.yaml"), first(TenantState.ERASED));
  }

  private static String first(TenantState state) {
    return "tenant_id: t000\ndisplay_name: One\nadmin_email: owner@t000.example.net\ntier: free\n"
        + "state: "
        + state.label()
        + "\n"
        + (state == TenantState.RETAINED ? "until: \"2027-03-31\"\n" : "")
        + (state == TenantState.ERASING ? "confirm: t000\n" : "");
  }

  private static String named(String commit) {
    return commit + ", which published erasing, or a later commit";
  }

  private List<StepPlan> check() {
    Report report = new Check().run(Request.of(fleet.root()), Session.ofThisProcess());
    assertThat(report.outcome()).as("%s", report.diagnostics()).isEqualTo(Outcome.CHANGES_FOUND);
    return ((CheckResult) report.result().orElseThrow()).differences().steps();
  }

  private static List<String> expected(List<StepPlan> steps) {
    assertThat(steps).hasSize(1);
    return steps.get(0).checks().beforeMerging().stream()
        .filter(check -> check.what().endsWith("has applied it"))
        .map(StepPlan.Check::expect)
        .toList();
  }

  private Report publish(PublishOptions options) {
    return new Publish(options).run(Request.of(fleet.root()), Session.ofThisProcess());
  }

  private void setting(String from, String to) throws IOException {
    Path file = fleet.root().resolve("fleet.yaml");
    String text = Files.readString(file);
    String changed = text.replaceFirst(from, to);
    assertThat(changed).isNotEqualTo(text);
    Files.writeString(file, changed);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
