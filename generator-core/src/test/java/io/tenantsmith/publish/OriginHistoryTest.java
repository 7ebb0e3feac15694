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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a clone does not know, its origin is asked; nothing is written to the clone. */
class OriginHistoryTest {

  @TempDir Path folder;
  private PublishFixture fixture;
  private IsolatedGit origin;
  private Path work;

  @BeforeEach
  void setUp() throws IOException {
    fixture = new PublishFixture(folder);
    fixture.repository = fixture.bare.toString();
    origin = IsolatedGit.init(fixture.fleet);
    for (int i = 0; i < 5; i++) {
      commit("before " + i);
    }
    work = folder.resolve("work");
  }

  /** A job cloned, was slow, and another one with a newer input overtook it. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCompleteCloneThatWasOvertakenIsSuperseded(boolean filters) throws IOException {
    origin.run("config", "uploadpack.allowFilter", Boolean.toString(filters));
    String one = commit("one");
    origin.run("clone", "-q", url(), work.toString());
    String two = commit("two");
    publishFrom(fixture.fleet, "1");

    Result<Published> late = publishUnharmed("2");

    assertThat(late.value().orElseThrow().ending()).isEqualTo(Ending.SUPERSEDED);
    assertThat(late.diagnostics().toString()).contains(one, two);
    assertThat(fixture.commits()).isEqualTo(1);
  }

  @Test
  void aShallowCloneThatWasOvertakenIsSuperseded() throws IOException {
    String one = commit("one");
    commit("two");
    publishFrom(fixture.fleet, "1");
    shallow(one);
    assertThat(publishUnharmed("2").value().orElseThrow().ending()).isEqualTo(Ending.SUPERSEDED);
  }

  @Test
  void aShallowCloneOfALaterCommitGoesOn() throws IOException {
    publishFrom(fixture.fleet, "1");
    commit("one");
    shallow(commit("two"));
    Result<Published> result = publishUnharmed("2");
    assertThat(result.diagnostics()).isEmpty();
    assertThat(result.value().orElseThrow().ending()).isEqualTo(Ending.PUSHED);
  }

  /** Our commit was never pushed, and its parents lie beyond the end of the clone. */
  @Test
  void aCommitOnTopOfAShallowCloneGoesOn() throws IOException {
    publishFrom(fixture.fleet, "1");
    shallow(commit("one"));
    new IsolatedGit(work).run("commit", "-q", "--allow-empty", "-m", "own");
    assertThat(publishUnharmed("2").value().orElseThrow().ending()).isEqualTo(Ending.PUSHED);
  }

  @Test
  void whatHasDivergedOnTheOriginIsRefusedAsThat() throws IOException {
    shallow(commit("one"));
    new IsolatedGit(work).run("commit", "-q", "--allow-empty", "-m", "own");
    commit("two");
    publishFrom(fixture.fleet, "1");
    refused("does not descend from it");
  }

  @Test
  void whatTheOriginDoesNotKnowEitherIsRefused() throws IOException {
    origin.run("clone", "-q", url(), work.toString());
    commit("one");
    publishFrom(fixture.fleet, "1");
    origin.run("reset", "-q", "--hard", "HEAD~1");
    refused("which this clone does not have");
  }

  @Test
  void anOriginThatCannotBeAskedIsSaid() throws IOException {
    String one = commit("one");
    commit("two");
    publishFrom(fixture.fleet, "1");
    shallow(one);
    IsolatedGit clone = new IsolatedGit(work);
    clone.run("remote", "set-url", "origin", folder.resolve("gone").toUri().toString());
    refused("this shallow clone does not tell whether " + one + " is newer (its origin ");
    clone.run("remote", "set-url", "origin", "http://127.0.0.1:1/fleet.git");
    refused("(the origin of the inputs is not reached by https, ssh or file)");
    clone.run("remote", "remove", "origin");
    refused("(the repository of the inputs has no origin)");
  }

  @Test
  void anOriginMayBeARelativePath() throws IOException {
    String one = commit("one");
    commit("two");
    publishFrom(fixture.fleet, "1");
    shallow(one);
    new IsolatedGit(work).run("remote", "set-url", "origin", "../fleet");
    assertThat(publishUnharmed("2").value().orElseThrow().ending()).isEqualTo(Ending.SUPERSEDED);
  }

  private void refused(String words) throws IOException {
    Result<Published> result = publishUnharmed("2");
    assertThat(result.value().orElseThrow().ending()).isEqualTo(Ending.GUARD);
    assertThat(PublishFixture.codes(result)).containsExactly(Code.GRD803);
    assertThat(result.diagnostics().get(0).message()).contains(words);
    assertThat(fixture.commits()).isEqualTo(1);
  }

  /** Publishes from the clone, and expects that nothing in it has changed. */
  private Result<Published> publishUnharmed(String value) throws IOException {
    SortedMap<String, Long> before = files();
    fixture.fleet = work;
    Result<Published> result = fixture.publish(Map.of("tenants/acme", value));
    assertThat(files()).isEqualTo(before);
    return result;
  }

  private SortedMap<String, Long> files() throws IOException {
    SortedMap<String, Long> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(work)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        files.put(work.relativize(each).toString(), Files.getLastModifiedTime(each).toMillis());
      }
    }
    return files;
  }

  private void publishFrom(Path fleet, String value) {
    fixture.fleet = fleet;
    assertThat(fixture.ending(Map.of("tenants/acme", value))).isEqualTo(Ending.PUSHED);
  }

  private void shallow(String commit) throws IOException {
    IsolatedGit clone = IsolatedGit.init(work);
    clone.run("remote", "add", "origin", url());
    clone.run("fetch", "-q", "--depth", "1", "origin", commit);
    clone.run("checkout", "-q", "FETCH_HEAD");
    assertThat(clone.run("rev-parse", "--is-shallow-repository")).isEqualTo("true");
  }

  private String url() {
    return folder.resolve("fleet").toUri().toString();
  }

  private String commit(String name) throws IOException {
    origin.run("commit", "-q", "--allow-empty", "-m", name);
    return origin.run("rev-parse", "HEAD");
  }
}
