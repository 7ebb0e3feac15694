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

/** A commit names an input only if that input holds exactly what was rendered. */
class DirtyInputsTest {

  @TempDir Path folder;
  private PublishFixture fixture;
  private IsolatedGit source;
  private String head;

  @BeforeEach
  void setUp() throws IOException {
    fixture = new PublishFixture(folder);
    fixture.repository = fixture.bare.toString();
    source = IsolatedGit.init(fixture.fleet);
    write("fleet.yaml", "domain: a\n");
    write("tenants/acme.yaml", "id: acme\nname: Acme\n");
    write(".gitignore", "tenants/secret.yaml\n");
    head = commit();
  }

  @Test
  void committedInputsAreTrusted() throws IOException {
    write("notes.txt", "not an input\n");
    write("tenants/README.md", "nor this\n");
    Result<Published> result = publish();
    assertThat(result.diagnostics()).isEmpty();
    assertThat(result.value().orElseThrow().ending()).isEqualTo(Ending.PUSHED);
    assertThat(trailer()).isEqualTo(head);
  }

  @Test
  void aChangedFileIsRefused() throws IOException {
    write("tenants/acme.yaml", "id: acme\nname: Bcme\n");
    refused("tenants/acme.yaml (changed)");
  }

  @Test
  void aStagedChangeIsNoCommit() throws IOException {
    write("tenants/acme.yaml", "id: acme\nname: Bcme\n");
    source.run("add", "-A");
    refused("tenants/acme.yaml (changed)");
  }

  /** Whoever tells Git not to look does not tell us. */
  @ParameterizedTest
  @ValueSource(strings = {"--assume-unchanged", "--skip-worktree"})
  void aFlagOfTheIndexHidesNothing(String flag) throws IOException {
    source.run("update-index", flag, "tenants/acme.yaml");
    write("tenants/acme.yaml", "id: acme\nname: Bcme\n");
    assertThat(source.run("status", "--porcelain")).isEmpty();
    refused("tenants/acme.yaml (changed)");
  }

  @Test
  void anUntrackedFileIsRefused() throws IOException {
    write("tenants/b.yaml", "id: b\n");
    refused("tenants/b.yaml (not in it)");
  }

  @Test
  void anIgnoredFileIsReadAndRefused() throws IOException {
    write("tenants/secret.yaml", "id: secret\n");
    assertThat(source.run("status", "--porcelain")).isEmpty();
    refused("tenants/secret.yaml (not in it)");
  }

  @Test
  void aDeletedFileIsRefused() throws IOException {
    Files.delete(fixture.fleet.resolve("tenants/acme.yaml"));
    refused("tenants/acme.yaml (missing here)");
  }

  @Test
  void aFileThatIsNotCheckedOutIsRefused() throws IOException {
    source.run("sparse-checkout", "set", "--no-cone", "/*", "!/tenants/acme.yaml");
    assertThat(fixture.fleet.resolve("tenants/acme.yaml")).doesNotExist();
    assertThat(source.run("status", "--porcelain")).isEmpty();
    refused("tenants/acme.yaml (missing here)");
  }

  @Test
  void everyDifferenceIsCountedAndTheFirstAreNamed() throws IOException {
    for (int i = 0; i < 9; i++) {
      write("tenants/t" + i + ".yaml", "id: t" + i + "\n");
    }
    assertThat(publish().diagnostics().get(0).message())
        .contains("9 input files are not as in commit " + head)
        .contains("tenants/t4.yaml (not in it), and 4 more");
  }

  /** Line ends reach no rendered byte, whoever converted them. */
  @ParameterizedTest
  @ValueSource(strings = {"checkout", "attributes", "by hand"})
  void lineEndsDoNotCount(String how) throws IOException {
    if (how.equals("by hand")) {
      write("tenants/acme.yaml", "id: acme\r\nname: Acme\r\n");
    } else {
      if (how.equals("attributes")) {
        write(".gitattributes", "*.yaml text eol=crlf\n");
        head = commit();
      }
      Path clone = folder.resolve("clone");
      source.run(
          "-c", "core.autocrlf=true", "clone", "-q", fixture.fleet.toString(), clone.toString());
      fixture.fleet = clone;
    }
    assertThat(Files.readString(fixture.fleet.resolve("tenants/acme.yaml"))).contains("\r\n");
    assertThat(publish().diagnostics()).isEmpty();
    assertThat(trailer()).isEqualTo(head);
  }

  @Test
  void committedCarriageReturnsAreNoDifference() throws IOException {
    write("tenants/acme.yaml", "id: acme\r\n");
    head = commit();
    assertThat(publish().diagnostics()).isEmpty();
    write("tenants/acme.yaml", "id: acme\n");
    assertThat(publish().diagnostics()).isEmpty();
  }

  @Test
  void aCommitOfDirtyInputsIsMarked() throws IOException {
    write("tenants/acme.yaml", "id: acme\nname: Bcme\n");
    fixture.permit(true);
    Result<Published> result = publish();
    assertThat(PublishFixture.codes(result)).containsExactly(Code.PUB711);
    assertThat(result.value().orElseThrow().ending()).isEqualTo(Ending.PUSHED);
    assertThat(trailer()).isEqualTo(head + "-dirty");
    assertThat(fixture.git.run("log", "-1", "--format=%B", fixture.branch))
        .startsWith("Render fleet at " + head.substring(0, 7) + "-dirty: 1 added")
        .contains("from commit " + head + ", with changes that are not committed.");
    assertThat(fixture.show("hydrator.metadata"))
        .contains("\"drySha\": \"" + head + "\"", "\"dirty\": true");
  }

  /** The mark is taken away as soon as it is not true any more, even if no file differs. */
  @Test
  void aCleanPublishTakesTheMarkAway() throws IOException {
    write("tenants/acme.yaml", "id: acme\nname: Bcme\n");
    fixture.permit(true);
    publish();
    fixture.permit(false);
    head = commit();
    assertThat(publish().value().orElseThrow().ending()).isEqualTo(Ending.PUSHED);
    assertThat(trailer()).isEqualTo(head);
    assertThat(fixture.show("hydrator.metadata")).doesNotContain("dirty");
    assertThat(publish().value().orElseThrow().ending()).isEqualTo(Ending.NOTHING_TO_COMMIT);
  }

  @Test
  void dirtyInputsThatRenderTheSameTakeNoMarkThere() throws IOException {
    publish();
    write("tenants/acme.yaml", "id: acme\nname: Acme # the same\n");
    fixture.permit(true);
    assertThat(publish().value().orElseThrow().ending()).isEqualTo(Ending.NOTHING_TO_COMMIT);
    assertThat(fixture.show("hydrator.metadata")).doesNotContain("dirty");
  }

  @Test
  void aPermitWithoutADifferenceMarksNothing() throws IOException {
    fixture.permit(true);
    assertThat(publish().diagnostics()).isEmpty();
    assertThat(trailer()).isEqualTo(head);
  }

  @Test
  void aRepositoryWithoutACommitHoldsNoInput() throws IOException {
    fixture.fleet = folder.resolve("fresh");
    IsolatedGit.init(fixture.fleet);
    write("tenants/acme.yaml", "id: acme\n");
    Result<Published> result = publish();
    assertThat(PublishFixture.codes(result)).containsExactly(Code.GRD804);
    assertThat(result.diagnostics().get(0).message()).contains("their repository has none yet");
    fixture.permit(true);
    publish();
    assertThat(trailer()).isEqualTo("0".repeat(40) + "-dirty");
  }

  @Test
  void inputsOfNoRepositoryAreNotDirty() throws IOException {
    fixture.fleet = folder.resolve("plain");
    write("tenants/acme.yaml", "id: acme\n");
    assertThat(publish().diagnostics()).isEmpty();
    assertThat(trailer()).isEqualTo("0".repeat(40));
  }

  @Test
  void aFolderOfALargerRepositoryIsComparedWithItsPart() throws IOException {
    Path mono = folder.resolve("mono");
    IsolatedGit git = IsolatedGit.init(mono);
    fixture.fleet = mono.resolve("platform/the fleet");
    write("tenants/acme.yaml", "id: acme\n");
    Files.createDirectories(mono.resolve("tenants"));
    Files.writeString(mono.resolve("tenants/other.yaml"), "id: other\n");
    git.run("add", "-A");
    git.run("commit", "-q", "-m", "mono");
    Files.writeString(mono.resolve("tenants/another.yaml"), "id: another\n");
    assertThat(publish().diagnostics()).isEmpty();
    assertThat(trailer()).isEqualTo(git.run("rev-parse", "HEAD"));
    write("tenants/acme.yaml", "id: other\n");
    assertThat(publish().diagnostics().get(0).message()).contains("tenants/acme.yaml (changed)");
  }

  @Test
  void aLinkedWorkTreeAndASubmoduleAreComparedWithTheirOwnCommit() throws IOException {
    Path linked = folder.resolve("linked");
    source.run("worktree", "add", "-q", linked.toString());
    Path parent = folder.resolve("parent");
    IsolatedGit outer = IsolatedGit.init(parent);
    String[] allowed = {"-c", "protocol.file.allow=always", "submodule", "-q", "add"};
    outer.run(
        allowed[0],
        allowed[1],
        allowed[2],
        allowed[3],
        allowed[4],
        fixture.fleet.toString(),
        "sub");
    for (Path place : new Path[] {linked, parent.resolve("sub")}) {
      fixture.fleet = place;
      fixture.branch = "environment/" + place.getFileName();
      assertThat(publish().diagnostics()).isEmpty();
      assertThat(trailer()).isEqualTo(head);
      write("tenants/acme.yaml", "id: other\n");
      assertThat(PublishFixture.codes(publish())).containsExactly(Code.GRD804);
    }
  }

  @Test
  void aLinkToTheFolderChangesNothing() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), fixture.fleet);
    fixture.fleet = link;
    assertThat(publish().diagnostics()).isEmpty();
    assertThat(trailer()).isEqualTo(head);
  }

  @Test
  void aLinkInTheCommitIsNotTheFileThatWasRead() throws IOException {
    Files.createSymbolicLink(fixture.fleet.resolve("tenants/b.yaml"), Path.of("id: b"));
    commit();
    Files.delete(fixture.fleet.resolve("tenants/b.yaml"));
    write("tenants/b.yaml", "id: b");
    refused("tenants/b.yaml (changed)");
  }

  private void refused(String words) throws IOException {
    Result<Published> result = publish();
    assertThat(result.value().orElseThrow().ending()).isEqualTo(Ending.GUARD);
    assertThat(PublishFixture.codes(result)).containsExactly(Code.GRD804);
    assertThat(result.diagnostics().get(0).message())
        .contains("1 input file is not as in commit " + source.run("rev-parse", "HEAD"), words);
    assertThat(result.diagnostics().get(0).hint().orElseThrow()).contains("--allow-dirty");
    assertThat(fixture.bare).doesNotExist();
  }

  private Result<Published> publish() throws IOException {
    Path file = fixture.fleet.resolve("tenants/acme.yaml");
    String text = Files.exists(file) ? Files.readString(file) : "gone";
    String rendered = text.replace("\r", "").replaceAll(" #.*", "");
    return fixture.publish(Map.of("tenants/acme", rendered));
  }

  private String trailer() throws IOException {
    String trailer = "%(trailers:key=Tenantsmith-Input,valueonly,separator=)";
    return fixture.git.run("log", "-1", "--format=" + trailer, fixture.branch);
  }

  private String commit() throws IOException {
    source.run("add", "-A");
    source.run("commit", "-q", "-m", "inputs");
    return source.run("rev-parse", "HEAD");
  }

  private void write(String name, String text) throws IOException {
    Path file = fixture.fleet.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
