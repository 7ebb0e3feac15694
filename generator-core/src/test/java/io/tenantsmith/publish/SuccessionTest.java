package io.tenantsmith.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.harness.IsolatedGit;
import io.tenantsmith.publish.Published.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose inputs may follow whose: an older publish never wins over a newer one. */
class SuccessionTest {

  private static final String ZEROS = "0".repeat(40);

  @TempDir Path folder;
  private PublishFixture fixture;
  private IsolatedGit source;

  @BeforeEach
  void setUp() throws IOException {
    fixture = new PublishFixture(folder);
    source = IsolatedGit.init(fixture.fleet);
  }

  @Test
  void theSameAndALaterInputGoOn() throws IOException {
    commit("one");
    assertThat(ending("1")).isEqualTo(Ending.PUSHED);
    assertThat(ending("2")).isEqualTo(Ending.PUSHED);
    String two = commit("two");
    assertThat(ending("3")).isEqualTo(Ending.PUSHED);
    assertThat(published()).isEqualTo(two);
  }

  @Test
  void aMergeOfThePublishedInputGoesOn() throws IOException {
    commit("one");
    source.run("checkout", "-q", "-b", "side");
    commit("two");
    assertThat(ending("1")).isEqualTo(Ending.PUSHED);
    source.run("checkout", "-q", "main");
    commit("three");
    source.run("merge", "-q", "-m", "both", "side");
    assertThat(ending("2")).isEqualTo(Ending.PUSHED);
  }

  @Test
  void aKnownAncestorIsSuperseded() throws IOException {
    String one = commit("one");
    String two = commit("two");
    ending("1");
    source.run("checkout", "-q", one);

    Result<Published> late = publish("2");

    assertThat(late.value().orElseThrow().ending()).isEqualTo(Ending.SUPERSEDED);
    assertThat(PublishFixture.codes(late)).containsExactly(Code.PUB705);
    assertThat(late.diagnostics().toString()).contains(one, two);
    assertThat(fixture.commits()).isEqualTo(1);
  }

  /** The clone is complete, and was made before the published commit existed. */
  @Test
  void aCloneThatDoesNotKnowThePublishedCommitIsRefused() throws IOException {
    String one = commit("one");
    source.run("clone", "-q", fixture.fleet.toString(), folder.resolve("late").toString());
    String two = commit("two");
    ending("1");
    new IsolatedGit(folder.resolve("late")).run("remote", "remove", "origin");
    fixture.fleet = folder.resolve("late");

    refused(publish("2"), "which this clone does not have", one, two);
  }

  @Test
  void aDivergedInputIsRefused() throws IOException {
    String one = commit("one");
    String two = commit("two");
    ending("1");
    source.run("checkout", "-q", one);
    String other = commit("other");

    refused(publish("2"), "does not descend from it", two, other);
  }

  @Test
  void anUnrelatedInputIsRefused() throws IOException {
    String one = commit("one");
    ending("1");
    source.run("checkout", "-q", "--orphan", "unrelated");
    String other = commit("other");

    refused(publish("2"), "does not descend from it", one, other);
  }

  @Test
  void aShallowCloneIsToldToFetchTheHistory() throws IOException {
    String one = commit("one");
    String two = commit("two");
    ending("1");
    Path shallow = folder.resolve("shallow");
    IsolatedGit clone = IsolatedGit.init(shallow);
    clone.run("fetch", "-q", "--depth", "1", fixture.fleet.toUri().toString(), one);
    clone.run("checkout", "-q", "FETCH_HEAD");
    fixture.fleet = shallow;

    Result<Published> late = publish("2");

    refused(late, "this shallow clone does not tell", one, two);
    assertThat(late.diagnostics().get(0).hint().orElseThrow())
        .contains("fetch-depth: 0", "git fetch --unshallow");
  }

  @Test
  void inputsOfNoRepositoryFollowTheirLikeOnly() throws IOException {
    Path plain = Files.createDirectory(folder.resolve("plain"));
    Path repository = fixture.fleet;
    String one = commit("one");
    fixture.fleet = plain;
    assertThat(ending("1")).isEqualTo(Ending.PUSHED);
    assertThat(ending("2")).isEqualTo(Ending.PUSHED);

    fixture.fleet = repository;
    refused(publish("3"), "inputs that were in no Git repository", one);
    fixture.permit(false, ZEROS.substring(0, 7));
    assertThat(ending("3")).isEqualTo(Ending.PUSHED);
    assertThat(published()).isEqualTo(one);

    fixture.permit(false);
    fixture.fleet = plain;
    refused(publish("4"), "ours are in no Git repository", one);
    fixture.permit(false, one);
    assertThat(ending("4")).isEqualTo(Ending.PUSHED);
    assertThat(published()).isEqualTo(ZEROS);
  }

  @Test
  void exactlyTheNamedInputIsReplaced() throws IOException {
    String one = commit("one");
    String two = commit("two");
    ending("1");
    source.run("checkout", "-q", one);
    String other = commit("other");

    fixture.permit(false, one);
    Result<Published> unnamed = publish("2");
    refused(unnamed, "and " + one + " named for this publish", two);
    assertThat(unnamed.diagnostics().get(0).range().display()).isEqualTo("--replace-input");
    fixture.permit(false, two.substring(0, 7));
    Result<Published> meant = publish("2");
    assertThat(meant.value().orElseThrow().ending()).isEqualTo(Ending.PUSHED);
    assertThat(PublishFixture.codes(meant)).containsExactly(Code.PUB712);
    assertThat(meant.diagnostics().get(0).range().display()).isEqualTo("--replace-input");
    assertThat(meant.diagnostics().get(0).message()).endsWith("as --replace-input says");
    assertThat(published()).isEqualTo(other);
    // Now another one is published, for which the permit says nothing.
    source.run("checkout", "-q", two);
    refused(publish("3"), "does not descend from it", other);
  }

  /**
   * Else the branch would name the same input for ever, and each later publish would be refused.
   */
  @Test
  void theNamedInputIsReplacedThoughTheTreeIsTheSame() throws IOException {
    String one = commit("one");
    ending("1");
    source.run("checkout", "-q", "--orphan", "unrelated");
    String other = commit("other");
    fixture.permit(false, one);
    assertThat(ending("1")).isEqualTo(Ending.PUSHED);
    assertThat(published()).isEqualTo(other);
    fixture.permit(false);
    assertThat(ending("1")).isEqualTo(Ending.NOTHING_TO_COMMIT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abcdef", "HEAD", "0123456789abcdef0123456789abcdef012345678", "ABCDEF0"})
  void aPermitThatIsNoIdIsRefused(String id) throws IOException {
    commit("one");
    fixture.permit(false, id);
    Result<Published> refused = publish("1");
    assertThat(PublishFixture.codes(refused)).containsExactly(Code.PUB707);
    assertThat(refused.diagnostics().get(0).range().display()).isEqualTo("--replace-input");
  }

  @Test
  void branchesAreIndependent() throws IOException {
    String one = commit("one");
    commit("two");
    ending("1");
    source.run("checkout", "-q", one);
    fixture.branch = "environment/test";
    assertThat(ending("2")).isEqualTo(Ending.PUSHED);
  }

  @Test
  void aProposalThatIsNewerIsNotReplacedByAnOlderOne() throws IOException {
    String one = commit("one");
    ending("1");
    commit("two");
    fixture.mode = PublishMode.NEXT_BRANCH;
    assertThat(ending("2")).isEqualTo(Ending.PUSHED);
    source.run("checkout", "-q", one);
    assertThat(ending("3")).isEqualTo(Ending.SUPERSEDED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rm hydrator.metadata", "echo broken > hydrator.metadata"})
  void aTreeThatDoesNotNameItsInputsIsRefused(String script) throws IOException {
    commit("one");
    ending("1");
    fixture.commitByHand(folder.resolve("c"), script);
    Result<Published> result = publish("2");
    assertThat(result.value().orElseThrow().ending()).isEqualTo(Ending.REFUSED);
    assertThat(PublishFixture.codes(result)).containsExactly(Code.PUB714);
    assertThat(fixture.commits()).isEqualTo(2);
  }

  @Test
  void aBranchThatAnotherToolHydratesIsLeftAlone() throws IOException {
    commit("one");
    ending("1");
    String other = "{\\\"drySha\\\": \\\"" + "1".repeat(40) + "\\\"}";
    fixture.commitByHand(
        folder.resolve("c"), "rm -r * && echo \"" + other + "\" > hydrator.metadata");
    Result<Published> result = publish("2");
    assertThat(PublishFixture.codes(result)).containsExactly(Code.PUB714);
    assertThat(result.diagnostics().get(0).message()).contains("another tool's");
  }

  private String commit(String name) throws IOException {
    source.run("commit", "-q", "--allow-empty", "-m", name);
    return source.run("rev-parse", "HEAD");
  }

  private String published() throws IOException {
    String trailer = "%(trailers:key=Tenantsmith-Input,valueonly,separator=)";
    String named = fixture.git.run("log", "-1", "--format=" + trailer, fixture.branch);
    assertThat(fixture.show("hydrator.metadata")).contains("\"drySha\": \"" + named + "\"");
    return named;
  }

  private Ending ending(String value) {
    return publish(value).value().orElseThrow().ending();
  }

  private Result<Published> publish(String value) {
    return fixture.publish(Map.of("tenants/acme", value));
  }

  private void refused(Result<Published> result, String... words) throws IOException {
    assertThat(result.value().orElseThrow().ending()).isEqualTo(Ending.GUARD);
    assertThat(PublishFixture.codes(result)).containsExactly(Code.GRD803);
    assertThat(result.diagnostics().get(0).message()).contains(words);
    assertThat(result.diagnostics().get(0).hint().orElseThrow())
        .contains("--replace-input " + published().substring(0, 12), "-Dtenantsmith.replaceInput=");
  }
}
