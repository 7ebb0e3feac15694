package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.harness.IsolatedGit;
import io.tenantsmith.harness.SameFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishes a whole fleet into a bare repository, as the goal does. */
class PublishedFleetTest {

  private static final String BRANCH = "environment/prod";
  private static final int TENANTS = 6;

  @TempDir Path folder;
  private FleetFolder fleet;
  private IsolatedGit git;
  private Path repository;

  @BeforeEach
  void setUp() throws IOException {
    fleet = FleetFolder.in(folder.resolve("fleet")).tenants(TENANTS, "One");
    repository = fleet.root().resolve("target/gitops.git");
    git = new IsolatedGit(repository);
  }

  @Test
  void theSecondPublishMakesNoCommit() throws IOException {
    fleet.expect(fleet.publish());
    String first = head();
    Report second = fleet.publish();
    fleet.expect(second);
    assertThat(head()).isEqualTo(first);
    assertThat(ReportText.summary(second)).anyMatch(line -> line.contains("no commit"));
    git.assertSound();
  }

  @Test
  void theCommitHoldsWhatGenerateWrites() throws IOException {
    fleet.expect(fleet.publish());
    fleet.expect(fleet.generate());
    Path clone = clonedTo("clone");
    SortedMap<String, String> committed = FleetFolder.content(clone.resolve("clusters"));
    SameFiles.assertSame(committed, FleetFolder.content(fleet.root().resolve("output/clusters")));
    assertThat(clone.resolve("index.json"))
        .hasSameTextualContentAs(fleet.root().resolve("output/index.json"));
  }

  @Test
  void aHandEditInTheRepositoryIsRefused() throws IOException {
    fleet.expect(fleet.publish());
    Path clone = clonedTo("clone");
    Files.writeString(clone.resolve("clusters/prod-eu-1/tenants/t000/access.yaml"), "by hand\n");
    new IsolatedGit(clone).run("commit", "-q", "-a", "-m", "by hand");
    new IsolatedGit(clone).run("push", "-q");

    fleet.tenants(TENANTS, "Two");

    assertThat(fleet.publish().outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(git.run("log", "-1", "--format=%s", BRANCH)).isEqualTo("by hand");
  }

  /** As docs/remove-a-tenant.md has it: the last publish is taken back on the branch. */
  @Test
  void aTenantThatWasPublishedLastIsTakenBackOnTheBranch() throws IOException {
    fleet.expect(fleet.publish());
    fleet.tenants(TENANTS + 1, "One");
    fleet.expect(fleet.publish());
    fleet.tenants(TENANTS, "One");
    assertThat(fleet.publish().diagnostics()).extracting(d -> d.code()).contains(Code.LIF101);

    IsolatedGit clone = new IsolatedGit(clonedTo("clone"));
    clone.run("revert", "--no-edit", "HEAD");
    clone.run("push");

    fleet.expect(fleet.publish());
    assertThat(git.run("ls-tree", "-r", "--name-only", BRANCH))
        .contains("t000")
        .doesNotContain("t006");
  }

  @Test
  void aTreeOfANewerVersionIsRefused() throws IOException {
    fleet.expect(fleet.publish());
    Path clone = clonedTo("clone");
    Path index = clone.resolve("index.json");
    String text = Files.readString(index);
    Files.writeString(index, text.replaceFirst("tenantsmith [^\"]+", "tenantsmith 99.0.0"));
    new IsolatedGit(clone).run("commit", "-q", "-a", "-m", "by 99.0.0");
    new IsolatedGit(clone).run("push", "-q");

    fleet.tenants(TENANTS, "Two");

    Report refused = fleet.publish();
    assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(refused.diagnostics()).extracting(d -> d.code()).containsExactly(Code.OUT512);
    assertThat(git.run("log", "-1", "--format=%s", BRANCH)).isEqualTo("by 99.0.0");
  }

  @Test
  void convergesAfterKilledRuns() throws Exception {
    long whole = whole();
    for (int i = 1; i <= 3; i++) {
      fleet.tenants(TENANTS, "Name" + i);
      Process process = FleetProcess.start("publish", fleet.root());
      Thread.sleep(whole * (i + 1) / 5);
      process.destroyForcibly().waitFor();
      git.assertSound();
    }
    fleet.tenants(TENANTS, "Last");
    fleet.expect(fleet.publish());
    assertThat(git.run("show", BRANCH + ":clusters/prod-eu-1/tenants/t001/identity.yaml"))
        .contains("Last");
    git.assertSound();
    String last = head();
    fleet.expect(fleet.publish());
    assertThat(head()).isEqualTo(last);
  }

  /** Milliseconds that a whole publish takes here, so that kills meet all of it. */
  private long whole() throws Exception {
    long start = System.nanoTime();
    assertThat(FleetProcess.start("publish", fleet.root()).waitFor()).isZero();
    return (System.nanoTime() - start) / 1_000_000;
  }

  private Path clonedTo(String name) throws IOException {
    new IsolatedGit(folder).run("clone", "-q", "-b", BRANCH, repository.toString(), name);
    return folder.resolve(name);
  }

  private String head() throws IOException {
    return git.run("rev-parse", BRANCH);
  }
}
