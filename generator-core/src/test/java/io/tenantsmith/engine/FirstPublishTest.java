package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.harness.IsolatedGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first publish to a branch: it works, or says at once what is in the way. */
class FirstPublishTest {

  private static final String BRANCH = "environment/prod";

  @TempDir Path folder;
  private FleetFolder fleet;
  private IsolatedGit git;

  @BeforeEach
  void setUp() throws IOException {
    fleet = FleetFolder.in(folder.resolve("fleet")).tenants(1, "One");
    git = IsolatedGit.init(fleet.root().resolve("target/gitops.git"), "--bare");
  }

  @Test
  void anEmptyRepositoryGetsTheBranch() throws IOException {
    Report first = fleet.publish();
    fleet.expect(first);
    assertThat(first.diagnostics()).isEmpty();
    assertThat(ReportText.summary(first)).anyMatch(line -> line.endsWith("inputs of no commit"));
    assertThat(files()).contains("README.md", "index.json", "hydrator.metadata");
  }

  /** Every forge offers to add one when a repository is made. */
  @Test
  void aReadmeOfSomebodyElseStays() throws IOException {
    put("README.md", "ours");
    Report first = fleet.publish();
    fleet.expect(first);
    assertThat(first.diagnostics()).singleElement().satisfies(FirstPublishTest::isSaid);
    assertThat(show("README.md")).isEqualTo("ours");
    assertThat(show("index.json")).doesNotContain("README.md");

    Report second = fleet.publish();
    assertThat(second.diagnostics()).isEmpty();
    assertThat(ReportText.summary(second)).anyMatch(line -> line.contains("no commit"));

    fleet.tenants(1, "Two");
    fleet.expect(fleet.publish());
    assertThat(show("README.md")).isEqualTo("ours");
    put("README.md", null);
    fleet.expect(fleet.publish());
    assertThat(show("README.md")).startsWith("# ");
    assertThat(show("index.json")).contains("\"README.md\"");
  }

  private static void isSaid(Diagnostic diagnostic) {
    assertThat(diagnostic.code()).isEqualTo(Code.PUB713);
    assertThat(diagnostic.range().file()).isEqualTo("target/gitops.git " + BRANCH + ":README.md");
  }

  @Test
  void filesOfSomebodyElseStay() throws IOException {
    put("LICENSE", "licence");
    put(".github/workflows/ci.yaml", "on: push");
    put("clusters/prod-eu-1/flux-system/gotk.yaml", "kind: x");
    Report first = fleet.publish();
    fleet.expect(first);
    assertThat(first.diagnostics()).isEmpty();
    assertThat(files())
        .contains(
            "LICENSE", ".github/workflows/ci.yaml", "clusters/prod-eu-1/flux-system/gotk.yaml");
  }

  @ParameterizedTest
  @CsvSource({
    "clusters/prod-eu-1/kustomization.yaml, OUT503, move it elsewhere on the branch",
    "index.json, PUB714, an index.json that is not ours has to be moved away",
    "clusters, OUT503, move it away on the branch"
  })
  void whatIsInTheWayIsNamed(String path, Code code, String hint) throws IOException {
    put(path, "foreign");
    Report first = fleet.publish();
    assertThat(first.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(first.diagnostics().stream().filter(Diagnostic::isError))
        .singleElement()
        .satisfies(found -> assertThat(found.code()).isEqualTo(code))
        .satisfies(found -> assertThat(found.hint().orElseThrow()).contains(hint))
        .satisfies(found -> assertThat(found.hint().orElseThrow()).doesNotContain("--take"));
    assertThat(show(path)).isEqualTo("foreign");
  }

  @Test
  void theFileInTheWayIsNamedWithItsRepositoryAndBranch() throws IOException {
    put("clusters/prod-eu-1/kustomization.yaml", "foreign");
    assertThat(fleet.publish().diagnostics())
        .singleElement()
        .satisfies(
            found ->
                assertThat(found.range().file())
                    .isEqualTo(
                        "target/gitops.git " + BRANCH + ":clusters/prod-eu-1/kustomization.yaml"));
  }

  private void put(String path, String text) throws IOException {
    Path clone = folder.resolve("clone");
    if (!Files.exists(clone)) {
      new IsolatedGit(folder)
          .run("clone", "-q", git.run("rev-parse", "--absolute-git-dir"), "clone");
      new IsolatedGit(clone).run("checkout", "-q", "-B", BRANCH);
    } else {
      new IsolatedGit(clone).run("fetch", "-q", "origin", BRANCH);
      new IsolatedGit(clone).run("reset", "-q", "--hard", "FETCH_HEAD");
    }
    Path file = clone.resolve(path);
    if (text == null) {
      Files.delete(file);
    } else {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    IsolatedGit work = new IsolatedGit(clone);
    work.run("add", "-A");
    work.run("commit", "-q", "-m", "by hand");
    work.run("push", "-q", "origin", BRANCH);
  }

  private String show(String path) throws IOException {
    return git.run("show", BRANCH + ":" + path);
  }

  private List<String> files() throws IOException {
    return git.run("ls-tree", "-r", "--name-only", BRANCH).lines().toList();
  }
}
