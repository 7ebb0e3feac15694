package io.tenantsmith.planning.side;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.engine.Outcome;
import io.tenantsmith.engine.PublishOptions;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.Request;
import io.tenantsmith.engine.command.Publish;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.git.CommitId;
import io.tenantsmith.harness.IsolatedGit;
import io.tenantsmith.plan.Baseline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tree as the base, published or in the output folder: PLN984, PLN987, PLN988, PLN989. */
class TreeBaseTest {

  private static final String PLACE = "target/gitops.git environment/prod";
  private static final PublishOptions DIRTY =
      new PublishOptions(null, null, new PublishOptions.Permits(null, null, true, List.of()));

  @TempDir Path folder;
  private SideFleet fleet;

  @BeforeEach
  void setUp() throws IOException {
    fleet = SideFleet.in(folder.resolve("fleet"));
  }

  @Test
  void whatIsPublishedNamesItsInputs() throws IOException {
    String first = fleet.commit();
    fleet.publish(PublishOptions.NONE).tenant("initech", "free").commit();
    try (OldSide base = fleet.base("")) {
      assertThat(base.baseline())
          .isEqualTo(
              new Baseline(
                  Baseline.Kind.PUBLISHED,
                  PLACE,
                  gitops().run("rev-parse", "environment/prod"),
                  first,
                  "it is what is live",
                  null));
      assertThat(tenants(base)).containsExactly("acme", "globex");
      assertThat(base.currentTree().orElseThrow().index().lines()).hasSize(2);
      assertThat(base.follows()).isEqualTo(base.currentTree().orElseThrow().index());
    }
  }

  @Test
  void aDirtyPublishIsSaid() throws IOException {
    fleet.commit();
    fleet.tenant("initech", "free").publish(DIRTY);
    assertThat(fleet.said("published"))
        .containsExactly(
            """
            target/gitops.git environment/prod:: warning PLN987: this was rendered from commit 1a2b3c4 with changes that are in no commit
              hint: causes are those since that commit; the next publish of a clean commit ends it""");
  }

  @Test
  void partsOfOtherCommitsAreSaid() throws IOException {
    fleet.commit();
    fleet.publish(PublishOptions.NONE).edit("tenants/acme.yaml", "name: acme", "name: Acme");
    fleet.commit();
    Request part =
        new Request(fleet.root(), Request.Folders.USUAL, new Request.Selection("acme", null));
    Report report = new Publish(PublishOptions.NONE).run(part, Session.ofThisProcess());
    assertThat(report.outcome()).as("%s", report.diagnostics()).isEqualTo(Outcome.DONE);
    assertThat(fleet.said("published"))
        .containsExactly(
            """
            target/gitops.git environment/prod:: warning PLN987: parts of this are of other commits than 1a2b3c4: tenant acme of 1a2b3c4
              hint: causes are those since commit 1a2b3c4; publish the whole fleet to have one commit for all of it""");
  }

  /** What is published can be compared with, whatever has become of the clone. */
  @Test
  void aRepositoryThatCannotBeReadHidesCausesAlone() throws IOException {
    fleet.commit();
    fleet.publish(PublishOptions.NONE);
    fleet.git().run("config", "core.repositoryformatversion", "99");
    OldSide.Found found = fleet.find("published");
    assertThat(found.outcome()).isEqualTo(Outcome.DONE);
    assertThat(found.found().orElseThrow().currentTree()).isPresent();
    assertThat(fleet.said(found))
        .containsExactly(
            """
            target/gitops.git environment/prod:: warning PLN984: what changes is known, but not why: the repository of the inputs cannot be read: Unknown repository format \\"99\\"; expected \\"0\\".
              hint: repair that repository: git rev-parse HEAD must work in the fleet's folder""");
    assertThat(fleet.find("HEAD").outcome()).isEqualTo(Outcome.ENVIRONMENT_FAILED);
    assertThat(fleet.said("HEAD"))
        .containsExactly(
            """
            .git: error PUB710: the repository of the inputs cannot be read: Unknown repository format \\"99\\"; expected \\"0\\".
              hint: repair that repository: git rev-parse HEAD must work in the fleet's folder""");
  }

  /** Somebody forced the branch to something else: that is what is live. */
  @Test
  void aForcedBranchIsTheOneThatIsThere() throws IOException {
    String first = fleet.commit();
    fleet.publish(PublishOptions.NONE);
    String old = gitops().run("rev-parse", "environment/prod");
    fleet.tenant("initech", "free").commit();
    fleet.publish(PublishOptions.NONE);
    gitops().run("update-ref", "refs/heads/environment/prod", old);
    try (OldSide base = fleet.base("published")) {
      assertThat(base.baseline().commit()).isEqualTo(old);
      assertThat(base.baseline().input()).isEqualTo(first);
    }
  }

  @Test
  void beforeTheFirstPublishAllIsNew() throws IOException {
    fleet.commit();
    fleet.publish(PublishOptions.NONE);
    gitops().run("update-ref", "-d", "refs/heads/environment/prod");
    OldSide.Found found = fleet.find("published");
    assertThat(found.found().orElseThrow().baseline().kind()).isEqualTo(Baseline.Kind.NOTHING);
    assertThat(found.outcome()).isEqualTo(Outcome.DONE);
    assertThat(fleet.said(found))
        .containsExactly(
            place("branch: ", "environment/prod")
                + """
                : note PLN988: target/gitops.git has no branch environment/prod yet, so all is new
                  hint: the first publish makes it""");

    OldSide usual = fleet.generate().base("");
    assertThat(usual.baseline().kind()).isEqualTo(Baseline.Kind.OUTPUT);
    assertThat(usual.baseline().why()).isEqualTo("nothing is published yet");
  }

  @Test
  void aRepositoryThatIsNotThereYetHasNothingPublished() throws IOException {
    fleet.commit();
    OldSide.Found found = fleet.find("published");
    assertThat(found.found().orElseThrow().baseline().kind()).isEqualTo(Baseline.Kind.NOTHING);
    assertThat(fleet.root().resolve("target")).doesNotExist();
  }

  @Test
  void whoNamesNoRepositoryPublishesNothing() throws IOException {
    fleet.edit("fleet.yaml", "repository: target/gitops.git", "");
    assertThat(fleet.said("published"))
        .containsExactly(
            """
            --base: error PLN982: nothing is published from here: no publish.repository is named
              hint: set publish.repository in fleet.yaml, or compare with the output folder: --base output""");
    assertThat(fleet.generate().base("").baseline().why())
        .isEqualTo("no publish.repository is named");
  }

  @Test
  void aRepositoryThatCannotBeReadEndsAsTheEnvironmentDoes() throws IOException {
    fleet.edit("fleet.yaml", "target/gitops.git", "https://git.invalid/x.git").generate().commit();
    OldSide.Found found = fleet.find("published");
    assertThat(found.found()).isEmpty();
    assertThat(found.outcome()).isEqualTo(Outcome.ENVIRONMENT_FAILED);
    assertThat(fleet.said(found)).singleElement().asString().contains("error PUB701");

    OldSide.Found usual = fleet.find("");
    assertThat(usual.outcome()).isEqualTo(Outcome.DONE);
    assertThat(usual.found().orElseThrow().baseline().kind()).isEqualTo(Baseline.Kind.OUTPUT);
    assertThat(fleet.said(usual))
        .containsExactly(
            place("repository: ", "https://git.invalid/x.git")
                + """
                : warning PUB701: publish.repository https://git.invalid/x.git cannot be reached: no host has the name git.invalid
                  hint: correct the name in the address""",
            place("repository: ", "https://git.invalid/x.git")
                + """
                : warning PLN989: what is published cannot be read, so the plan compares with output
                  hint: say --base output if that is what you want""");
  }

  /** Where the fleet's file says this value. */
  private String place(String key, String value) throws IOException {
    List<String> lines = Files.readAllLines(fleet.root().resolve("fleet.yaml"));
    for (int i = 0; i < lines.size(); i++) {
      int column = lines.get(i).indexOf(key + value);
      if (column >= 0) {
        return "fleet.yaml:" + (i + 1) + ":" + (column + key.length() + 1);
      }
    }
    throw new AssertionError(key + value + " is not there");
  }

  @Test
  void theOutputFolderIsOfWhatIsOnDiskOrInACommit() throws IOException {
    fleet.generate();
    assertThat(old(fleet.base("output")).commit()).isEqualTo(CommitId.NONE);

    String first = fleet.commit();
    fleet.edit("tenants/acme.yaml", "tier: pro", "tier: free");
    assertThat(old(fleet.base("output")).commit().sha()).isEqualTo(first);
    fleet.commit();
    fleet.write("README.md", "words").commit();
    OldSide base = fleet.base("output");
    assertThat(base.baseline())
        .isEqualTo(new Baseline(Baseline.Kind.OUTPUT, "output", "", first, "", null));
  }

  @Test
  void inputsThatNobodyHasAreUnknown() throws IOException {
    fleet.generate().commit();
    fleet.edit("tenants/acme.yaml", "tier: pro", "tier: free").commit();
    Path shallow = folder.resolve("shallow");
    fleet.git().run("clone", "-q", "--depth", "1", "file://" + fleet.root(), shallow.toString());
    SideFleet clone = new SideFleet(shallow, new IsolatedGit(shallow));
    OldSide.Found found = clone.find("output");
    assertThat(found.outcome()).isEqualTo(Outcome.DONE);
    OldSide base = found.found().orElseThrow();
    assertThat(base.currentTree()).isPresent();
    assertThat(base.baseline().unknownInputs())
        .contains(
            "no commit of this clone has the inputs that it was rendered from (fetch-depth: 0)");
    assertThat(clone.said(found))
        .containsExactly(
            """
            output/index.json: warning PLN984: what changes is known, but not why: no commit of this clone has the inputs that it was rendered from (fetch-depth: 0)
              hint: get the commit of its inputs into this clone; in GitHub Actions fetch-depth: 0 of actions/checkout""");
  }

  @Test
  void aPublishedCommitThatIsNotInThisCloneIsNamed() throws IOException {
    fleet.commit();
    fleet.publish(PublishOptions.NONE).tenant("initech", "free").commit();
    Path shallow = folder.resolve("shallow");
    fleet.git().run("clone", "-q", "--depth", "1", "file://" + fleet.root(), shallow.toString());
    SideFleet clone = new SideFleet(shallow, new IsolatedGit(shallow));
    clone.edit("fleet.yaml", "target/gitops.git", "../fleet/target/gitops.git");
    assertThat(clone.said("published"))
        .containsExactly(
            """
            ../fleet/target/gitops.git environment/prod:: warning PLN984: what changes is known, but not why: commit 1a2b3c4 is not in this clone (fetch-depth: 0)
              hint: get the commit of its inputs into this clone; in GitHub Actions fetch-depth: 0 of actions/checkout""");
  }

  @Test
  void beforeTheFirstGenerateAllIsNew() throws IOException {
    OldSide.Found found = fleet.find("output");
    assertThat(found.found().orElseThrow().baseline().kind()).isEqualTo(Baseline.Kind.NOTHING);
    assertThat(fleet.said(found))
        .containsExactly(
            """
            output/index.json: note PLN988: nothing was ever rendered there, so all is new
              hint: name a commit of the inputs to compare with, for instance --base HEAD""");
  }

  @Test
  void anIndexOfANewerToolOrNoneAtAllIsNoBase() throws IOException {
    fleet.generate();
    Path index = fleet.root().resolve("output/index.json");
    String text = Files.readString(index);
    Files.writeString(
        index, text.replaceFirst("\"tool\": \"[^\"]*\"", "\"tool\": \"tenantsmith 99.0.0\""));
    assertThat(fleet.find("output").outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(fleet.said("output"))
        .containsExactly(
            """
            output/index.json: error OUT512: tenantsmith 99.0.0 wrote this tree, and this is an older one
              hint: install 99.0.0 or newer: this one would undo what it does not know of""");
    Files.writeString(index, "{");
    assertThat(fleet.find("output").found()).isEmpty();
    assertThat(fleet.said("output"))
        .containsExactly(
            """
            output/index.json: error OUT504: this is not an ownership index, so no file is known to be ours
              hint: restore it from Git; it is never written by hand""");
  }

  /** The tree cannot be trusted, but its inputs say what it was. */
  @Test
  void aPublishedIndexThatIsBrokenLeavesTheInputs() throws IOException {
    String first = fleet.commit();
    fleet.publish(PublishOptions.NONE);
    Path clone = folder.resolve("clone");
    gitops().run("clone", "-q", "-b", "environment/prod", ".", clone.toString());
    IsolatedGit hand = new IsolatedGit(clone);
    Files.writeString(clone.resolve("index.json"), "{");
    hand.run("commit", "-q", "-a", "-m", "broken");
    hand.run("push", "-q", "origin", "environment/prod");

    OldSide.Found found = fleet.find("published");

    assertThat(found.outcome()).isEqualTo(Outcome.REFUSED);
    OldSide base = found.found().orElseThrow();
    assertThat(base.currentTree()).isEmpty();
    assertThat(old(base).commit().sha()).isEqualTo(first);
    assertThat(fleet.said(found))
        .containsExactly(
            """
            target/gitops.git environment/prod:index.json: error OUT504: this is not an ownership index, so no file is known to be ours
              hint: restore it from Git; it is never written by hand""");
  }

  private IsolatedGit gitops() {
    return new IsolatedGit(fleet.root().resolve("target/gitops.git"));
  }

  private static OldInputs old(OldSide base) {
    return base.oldInputs().orElseThrow();
  }

  private static List<String> tenants(OldSide base) {
    return old(base).fleet().tenants().stream().map(tenant -> tenant.id().value()).toList();
  }
}
