package io.tenantsmith.planning.side;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.engine.Outcome;
import io.tenantsmith.harness.IsolatedGit;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.plan.Baseline;
import io.tenantsmith.source.SourceFile;
import io.tenantsmith.source.SourceReader;
import io.tenantsmith.source.SourceTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A commit of the inputs as the base: PLN981, PLN982, PLN983, PLN984, PLN985, PLN986. */
class CommitBaseTest {

  @TempDir Path folder;
  private SideFleet fleet;

  @BeforeEach
  void setUp() throws IOException {
    fleet = SideFleet.in(folder.resolve("fleet"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD~1", "first", "origin/main", "HEAD^", "first^{commit}"})
  void anyNameOfACommitWillDo(String name) throws IOException {
    String first = fleet.commit();
    fleet.git().run("tag", "-a", "-m", "the first", "first");
    fleet.git().run("update-ref", "refs/remotes/origin/main", first);
    fleet.tenant("initech", "free").commit();
    fleet.tenant("hooli", "free");

    OldSide base = fleet.base(name);

    assertThat(base.baseline())
        .isEqualTo(new Baseline(Baseline.Kind.COMMIT, name, first, first, "", null));
    assertThat(tenants(base)).containsExactly("acme", "globex");
    assertThat(base.currentTree()).isEmpty();
  }

  @Test
  void anIdMayBeCut() throws IOException {
    String first = fleet.commit();
    assertThat(fleet.base(first.substring(0, 9)).baseline().commit()).isEqualTo(first);
    assertThat(fleet.base(first).baseline().commit()).isEqualTo(first);
  }

  /** Values have the places that they had. */
  @Test
  void theInputsAreThoseOfTheCommit() throws IOException {
    fleet.commit();
    fleet.edit("tenants/acme.yaml", "tier: pro", "# later\ntier: free");
    ResolvedTenant acme = old(fleet.base("HEAD")).fleet().tenant("acme").orElseThrow();
    assertThat(acme.tier()).isEqualTo("pro");
  }

  /** One reader over two kinds of trees: whatever is odd is said in the same words. */
  @Test
  void aCommitIsReadAsTheDiskIs() throws IOException {
    fleet
        .write("tenants/two.yml", "tenant_id: two\n")
        .write("tenants/deeper/three.yaml", "tenant_id: three\n")
        .write("tenants/empty/notes.txt", "nothing\n")
        .write("tenants/Upper.yaml", "tenant_id: upper\n")
        .write("tenants/big.yaml", "#".repeat(5 * 1024 * 1024))
        .write("tenants/README.md", "words\n")
        .write("tenants/notes.txt", "words\n")
        .write("tenants/.hidden.yaml", "words\n")
        .write("tiers/templates/shop.yaml", "name: shop\n");
    Files.write(fleet.root().resolve("tenants/binary.yaml"), new byte[] {0, 1, 2, (byte) 0xff});
    Files.createSymbolicLink(fleet.root().resolve("tenants/link.yaml"), Path.of("acme.yaml"));
    Files.createSymbolicLink(fleet.root().resolve("tenants/folder"), Path.of("../tiers"));
    fleet.commit();

    SourceReader.Names names = new SourceReader.Names("fleet.yaml", "tenants", "tiers");
    var onDisk = new SourceReader(fleet.root(), names).read();
    try (InputClone clone =
        InputClone.around(
            fleet.request(), io.tenantsmith.surroundings.Surroundings.ofThisProcess())) {
      var commits = clone.commits().orElseThrow();
      try (var files = commits.files(commits.resolve("HEAD").commit())) {
        var committed = new SourceReader(new CommittedTree(files, Map.of()), "", names).read();
        assertThat(committed.diagnostics()).isEqualTo(onDisk.diagnostics()).isNotEmpty();
        assertThat(contents(committed.value().orElseThrow()))
            .isEqualTo(contents(onDisk.value().orElseThrow()))
            .hasSizeGreaterThan(5);
      }
    }
  }

  /** A file is known by its content: one that differs on the disk is read from the commit. */
  @Test
  void whatIsTheSameTodayLiesInMemoryOnce() throws IOException {
    fleet.commit();
    fleet.edit("tenants/acme.yaml", "tier: pro", "tier: free");
    SourceReader.Names names = new SourceReader.Names("fleet.yaml", "tenants", "tiers");
    Map<String, byte[]> now =
        new SourceReader(fleet.root(), names).read().value().orElseThrow().contents();
    try (InputClone clone =
        InputClone.around(
            fleet.request(), io.tenantsmith.surroundings.Surroundings.ofThisProcess())) {
      var commits = clone.commits().orElseThrow();
      try (var files = commits.files(commits.resolve("HEAD").commit())) {
        Map<String, byte[]> then =
            new SourceReader(new CommittedTree(files, now), "", names)
                .read()
                .value()
                .orElseThrow()
                .contents();
        assertThat(then).containsOnlyKeys(now.keySet());
        then.forEach(
            (file, content) ->
                assertThat(content == now.get(file))
                    .as(file)
                    .isEqualTo(!file.equals("tenants/acme.yaml")));
        assertThat(new String(then.get("tenants/acme.yaml"), UTF_8)).contains("tier: pro");
      }
    }
  }

  /** What breaks a rule of today, or is no YAML, does not hide the rest. */
  @Test
  void whatCannotBeReadIsSaid() throws IOException {
    fleet.write("tenants/initech.yaml", "tenant_id: initech\ntier: [\n");
    fleet.edit("tiers/pro.yaml", "tier: pro", "tier: pro\ncolour: red");
    fleet.commit();
    OldSide.Found found = fleet.find("HEAD");
    assertThat(tenants(found.found().orElseThrow())).containsExactly("acme", "globex");
    assertThat(found.outcome()).isEqualTo(Outcome.DONE);
    assertThat(fleet.said(found))
        .containsExactly(
            """
            1a2b3c4:tiers/pro.yaml:3:1: warning PLN985: 2 files of that commit cannot be read as today's inputs are: unknown field "colour"
              hint: the plan compares with what could be read of them, and shows as new what could not""",
            """
            1a2b3c4:tenants/initech.yaml: warning PLN986: this tenant of that commit cannot be rendered any more
              hint: the plan shows it as new; compare with what is published to see more""");
  }

  @Test
  void aFleetThatCannotBeReadIsNoBase() throws IOException {
    String text = Files.readString(fleet.root().resolve("fleet.yaml"));
    fleet.write("fleet.yaml", "name: [\n").commit();
    fleet.write("fleet.yaml", text);
    OldSide.Found found = fleet.find("HEAD");
    assertThat(found.found()).isEmpty();
    assertThat(found.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(fleet.said(found))
        .containsExactly(
            """
            --base: error PLN984: "HEAD": fleet.yaml:2:1 of commit 1a2b3c4 cannot be read: not YAML: expected the node content, but found '<stream end>'
              hint: name another commit, or compare with the output folder: --base output""");
  }

  @Test
  void aCommitBeforeTheFleetIsNoBase() throws IOException {
    Path repository = folder.resolve("mono");
    IsolatedGit git = IsolatedGit.init(repository);
    git.run("commit", "-q", "--allow-empty", "-m", "empty");
    SideFleet below = SideFleet.laid(repository.resolve("platform/fleet"), git);
    String second = below.commit();
    below.edit("tenants/acme.yaml", "tier: pro", "tier: free");
    assertThat(old(below.base("HEAD")).commit().sha()).isEqualTo(second);
    assertThat(old(below.base("HEAD")).fleet().tenant("acme").orElseThrow().tier())
        .isEqualTo("pro");
    assertThat(below.said("HEAD~1"))
        .containsExactly(
            """
            --base: error PLN984: "HEAD~1": commit 1a2b3c4 holds no fleet in this folder
              hint: name another commit, or compare with the output folder: --base output""");
  }

  @Test
  void aLinkedWorkTreeAndASubmoduleHaveTheirOwnCommits() throws IOException {
    fleet.commit();
    Path linked = folder.resolve("linked");
    fleet.git().run("worktree", "add", "-q", "--detach", linked.toString(), "HEAD");
    SideFleet there = new SideFleet(linked, new IsolatedGit(linked));
    String second = there.tenant("initech", "free").commit();
    assertThat(there.base("HEAD").baseline().commit()).isEqualTo(second);
    assertThat(tenants(there.base("HEAD~1"))).containsExactly("acme", "globex");

    IsolatedGit outer = IsolatedGit.init(folder.resolve("outer"));
    outer.run(
        "-c",
        "protocol.file.allow=always",
        "submodule",
        "add",
        "-q",
        fleet.root().toString(),
        "in");
    Path in = folder.resolve("outer/in");
    assertThat(tenants(new SideFleet(in, new IsolatedGit(in)).base("HEAD")))
        .containsExactly("acme", "globex");
  }

  /** Clusters and tenants need have nothing in common. */
  @Test
  void theBaseMayBeAnotherFleetAltogether() throws IOException {
    fleet.commit();
    fleet.edit("fleet.yaml", "prod-eu-1", "elsewhere");
    Files.delete(fleet.root().resolve("tenants/acme.yaml"));
    Files.delete(fleet.root().resolve("tenants/globex.yaml"));
    fleet.tenant("initech", "free");
    OldSide base = fleet.base("HEAD");
    assertThat(tenants(base)).containsExactly("acme", "globex");
    assertThat(old(base).fleet().tenants().get(0).cluster().name().value()).isEqualTo("prod-eu-1");
  }

  @Test
  void whatIsNotThereIsSaidWithAWayOut() throws IOException {
    fleet.commit();
    fleet.git().run("tag", "file", "HEAD:fleet.yaml");
    assertThat(fleet.said("origin/mian"))
        .containsExactly(
            """
            --base: error PLN981: "origin/mian" is no branch, tag or commit of this repository
              hint: fetch it: git fetch origin; a branch of a remote is named like origin/main""");
    assertThat(fleet.said("HEAD~7"))
        .containsExactly(
            """
            --base: error PLN981: "HEAD~7" is no branch, tag or commit of this repository
              hint: fetch it: git fetch origin; a branch of a remote is named like origin/main""");
    assertThat(fleet.said("0123456789012345678901234567890123456789"))
        .containsExactly(
            """
            --base: error PLN981: "0000000000000000000000000000000000000000" is no branch, tag or commit of this repository
              hint: fetch it: git fetch origin; a branch of a remote is named like origin/main""");
    assertThat(fleet.said("file"))
        .containsExactly(
            """
            --base: error PLN981: "file" is in this repository, but it is no commit
              hint: name a branch, a tag or a commit""");
    assertThat(fleet.said("a\u001b[31m::error::\u202e"))
        .containsExactly(
            """
            --base: error PLN981: "a\\u{1B}[31m::error::\\u{202E}" is no branch, tag or commit of this repository
              hint: fetch it: git fetch origin; a branch of a remote is named like origin/main""");
    assertThat(fleet.said("HEAD^{x}"))
        .containsExactly(
            """
            --base: error PLN981: "HEAD^{x}" has not the form of a commit's name
              hint: name one commit, for instance origin/main or HEAD~1""");
    assertThat(fleet.find("origin/mian").outcome()).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void aShallowCloneSaysThatItIsOne() throws IOException {
    fleet.commit();
    fleet.tenant("initech", "free").commit();
    Path shallow = folder.resolve("shallow");
    fleet.git().run("clone", "-q", "--depth", "1", "file://" + fleet.root(), shallow.toString());
    SideFleet clone = new SideFleet(shallow, new IsolatedGit(shallow));
    assertThat(tenants(clone.base("HEAD"))).containsExactly("acme", "globex", "initech");
    assertThat(clone.said("HEAD~1"))
        .containsExactly(
            """
            --base: error PLN983: "HEAD~1" is not in this shallow clone
              hint: fetch all of it: git fetch --unshallow, in GitHub Actions fetch-depth: 0 of actions/checkout""");
  }

  @Test
  void aCloneWithoutContentsSaysSo() throws IOException {
    fleet.git().run("config", "uploadpack.allowFilter", "true");
    fleet.commit();
    fleet.tenant("initech", "free").commit();
    fleet.edit("fleet.yaml", "\nclusters:", "\n# here\nclusters:").commit();
    Path partial = folder.resolve("partial");
    fleet
        .git()
        .run("clone", "-q", "--filter=blob:none", "file://" + fleet.root(), partial.toString());
    SideFleet clone = new SideFleet(partial, new IsolatedGit(partial));
    assertThat(clone.said("HEAD~1"))
        .containsExactly(
            """
            --base: error PLN984: "HEAD~1": commit 1a2b3c4 is here without its files (git fetch --refetch)
              hint: name another commit, or compare with the output folder: --base output""");
  }

  @Test
  void withoutARepositoryThereIsNoCommit() throws IOException {
    SideFleet loose =
        SideFleet.laid(folder.resolve("loose"), new IsolatedGit(folder.resolve("loose")));
    assertThat(loose.said("origin/main"))
        .containsExactly(
            """
            --base: error PLN982: the fleet lies in no Git repository, so there is no "origin/main" to compare with
              hint: run in a clone of the repository of the inputs, or compare with the output folder: --base output""");
    assertThat(loose.find("HEAD").outcome()).isEqualTo(Outcome.REFUSED);
  }

  private static List<String> contents(SourceTree tree) {
    return tree.all().stream().map(CommitBaseTest::content).toList();
  }

  private static String content(SourceFile file) {
    return file.file() + " " + new String(file.content(), StandardCharsets.ISO_8859_1);
  }

  private static OldInputs old(OldSide base) {
    return base.oldInputs().orElseThrow();
  }

  private static List<String> tenants(OldSide base) {
    return old(base).fleet().tenants().stream().map(tenant -> tenant.id().value()).toList();
  }
}
