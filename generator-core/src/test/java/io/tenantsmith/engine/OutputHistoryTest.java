package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.engine.command.Check;
import io.tenantsmith.engine.command.Offboard;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.engine.command.Validate;
import io.tenantsmith.harness.IsolatedGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was only rendered may change and vanish; what is published may not (ADR 25). */
class OutputHistoryTest {

  private static final Path LAST = Path.of("output/clusters/prod-eu-1/tenants/t001");

  @TempDir Path folder;
  private FleetFolder fleet;

  @BeforeEach
  void setUp() throws IOException {
    fleet = FleetFolder.in(folder.resolve("fleet")).tenants(2, "One");
  }

  /** The newcomer's walk: a tenant is added, rendered, regretted. */
  @Test
  void aTenantThatNoCommitHasMayVanish() throws IOException {
    fleet.tenants(1, "One");
    fleet.expect(fleet.generate());
    commit();
    fleet.tenants(2, "One");
    fleet.expect(fleet.generate());
    assertThat(fleet.root().resolve(LAST)).isNotEmptyDirectory();

    fleet.tenants(1, "One");

    fleet.expect(new Validate().run(Request.of(fleet.root()), Session.ofThisProcess()));
    Report check = new Check().run(Request.of(fleet.root()), Session.ofThisProcess());
    assertThat(check.outcome()).isEqualTo(Outcome.CHANGES_FOUND);
    fleet.expect(fleet.generate());
    assertThat(fleet.root().resolve(LAST)).doesNotExist();
    assertThat(new IsolatedGit(fleet.root()).run("status", "--porcelain", "output")).isEmpty();
  }

  @Test
  void aTenantThatTheCommitHasMayNot() throws IOException {
    fleet.expect(fleet.generate());
    commit();
    fleet.tenants(1, "One");
    refused(fleet.generate(), Code.LIF101, "the output that is committed");
  }

  /** As docs/remove-a-tenant.md has it. */
  @Test
  void aCommitThatAddedATenantCanBeReverted() throws IOException {
    fleet.tenants(1, "One");
    fleet.expect(fleet.generate());
    commit();
    fleet.tenants(2, "One");
    fleet.expect(fleet.generate());
    commit();
    IsolatedGit git = new IsolatedGit(fleet.root());
    git.run("revert", "--no-edit", git.run("rev-parse", "--short", "HEAD"));
    fleet.expect(new Check().run(Request.of(fleet.root()), Session.ofThisProcess()));
    assertThat(fleet.root().resolve(LAST)).doesNotExist();
  }

  /** Who cannot read what is published takes nobody further. */
  @Test
  void aStepNeedsARepositoryThatCanBeRead() throws IOException {
    fleet.expect(fleet.generate());
    commit();
    new IsolatedGit(fleet.root()).run("config", "core.repositoryformatversion", "99");
    Path file = fleet.root().resolve("tenants/t001.yaml");
    String before = Files.readString(file);
    StepOptions next =
        new StepOptions("t001", null, StepOptions.Fields.NONE, new EditOptions(false, true));
    Report report = new Offboard(next).run(Request.of(fleet.root()), Session.ofThisProcess());
    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(report.diagnostics()).extracting(Diagnostic::code).containsExactly(Code.PUB710);
    assertThat(file).hasContent(before);
  }

  /** Without its index the folder says nothing, and the commit still does. */
  @Test
  void aFolderThatIsRemovedHidesNobody() throws IOException {
    fleet.expect(fleet.generate());
    commit();
    fleet.tenants(1, "One");
    new IsolatedGit(fleet.root()).run("rm", "-q", "-r", "--cached", "output");
    delete("output");
    refused(fleet.generate(), Code.LIF101, "the output that is committed");
  }

  @Test
  void aRepositoryWhoseCommitsHaveNoOutputRefusesNothing() throws IOException {
    IsolatedGit.init(fleet.root()).run("add", "fleet.yaml", "tiers");
    fleet.expect(fleet.generate());
    fleet.tenants(1, "One");
    fleet.expect(fleet.generate());
    new IsolatedGit(fleet.root()).run("commit", "-q", "-m", "without output");
    fleet.tenants(2, "One");
    fleet.expect(fleet.generate());
    fleet.tenants(1, "One");
    fleet.expect(fleet.generate());
  }

  /** A tenant that another branch brings is committed, too. */
  @Test
  void whatIsBeingMergedIsCommitted() throws IOException {
    fleet.tenants(1, "One");
    fleet.expect(fleet.generate());
    commit();
    IsolatedGit git = new IsolatedGit(fleet.root());
    git.run("checkout", "-q", "-b", "other");
    fleet.tenants(2, "One");
    fleet.expect(fleet.generate());
    commit();
    git.run("checkout", "-q", "main");
    git.run("merge", "-q", "--no-ff", "--no-commit", "other");
    fleet.tenants(1, "One");
    refused(fleet.generate(), Code.LIF101, "the output that is committed");
  }

  @Test
  void whereGitIgnoresTheFolderTheBranchThatIsPublishedDecides() throws IOException {
    Files.writeString(fleet.root().resolve(".gitignore"), "/output/\n/target/\n");
    commit();
    fleet.expect(fleet.generate());
    fleet.tenants(1, "One");
    fleet.expect(fleet.generate());
    assertThat(fleet.root().resolve(LAST)).doesNotExist();

    fleet.tenants(2, "One");
    fleet.expect(fleet.generate());
    fleet.expect(fleet.publish());
    fleet.tenants(1, "One");
    refused(fleet.generate(), Code.LIF101, "what is published on environment/prod");
    commit();
    refused(fleet.publish(), Code.LIF101, "the tree that is published");
  }

  @Test
  void whereNobodyCanBeAskedNothingIsAssumed() throws IOException {
    rewrite("fleet.yaml", "repository: target/gitops.git", "repository: https://git.invalid/x.git");
    Files.writeString(fleet.root().resolve(".gitignore"), "output\n");
    commit();
    fleet.expect(fleet.generate());
    fleet.tenants(1, "One");

    Report refused = fleet.generate();

    refused(refused, Code.LIF101, "the output folder");
    Diagnostic unknown = refused.diagnostics().get(0);
    assertThat(unknown.code()).isEqualTo(Code.LIF110);
    assertThat(unknown.message())
        .contains("Git ignores the folder", "publish.repository is not on this machine");
    // What the hint says works.
    delete("output");
    fleet.expect(fleet.generate());
  }

  /** What a life-cycle rule keeps of a published tenant, nobody keeps of one that never was. */
  @Test
  void aTenantThatNoCommitHasMayMove() throws IOException {
    rewrite("fleet.yaml", "clusters:\n", "clusters:\n" + SECOND_CLUSTER);
    rewrite("tenants/t000.yaml", "tier:", "cluster: prod-eu-1\ntier:");
    rewrite("tenants/t001.yaml", "tier:", "cluster: prod-eu-1\ntier:");
    IsolatedGit.init(fleet.root());
    fleet.expect(fleet.generate());
    rewrite("tenants/t001.yaml", "cluster: prod-eu-1", "cluster: other");
    fleet.expect(fleet.generate());
    assertThat(fleet.root().resolve(LAST)).doesNotExist();
    assertThat(fleet.root().resolve("output/clusters/other/tenants/t001")).isNotEmptyDirectory();
    fleet.expect(new Check().run(Request.of(fleet.root()), Session.ofThisProcess()));
    commit();
    rewrite("tenants/t001.yaml", "cluster: other", "cluster: prod-eu-1");
    assertThat(fleet.generate().diagnostics()).extracting(Diagnostic::code).contains(Code.LIF103);
  }

  private static final String SECOND_CLUSTER =
      """
        - name: other
          region: eu-central-1
          domain: other.example.org
          identity: {host: auth.other.example.net}
          open_webui: {host: ai.other.example.net}
      """;

  private void commit() throws IOException {
    IsolatedGit git =
        Files.exists(fleet.root().resolve(".git"))
            ? new IsolatedGit(fleet.root())
            : IsolatedGit.init(fleet.root());
    git.run("add", "--all");
    git.run("commit", "-q", "-m", "as it is");
  }

  private void rewrite(String file, String from, String to) throws IOException {
    Path path = fleet.root().resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(from);
    Files.writeString(path, text.replace(from, to));
  }

  private void delete(String name) throws IOException {
    try (var paths = Files.walk(fleet.root().resolve(name))) {
      for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(path);
      }
    }
  }

  private static void refused(Report report, Code code, String where) {
    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
    List<Diagnostic> errors = report.diagnostics().stream().filter(d -> d.code() == code).toList();
    assertThat(errors).singleElement().asString().contains("t001", where);
  }
}
