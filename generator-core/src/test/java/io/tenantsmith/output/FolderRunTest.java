package io.tenantsmith.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.path.RelativePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Planner, index and writer together over a folder on disk. */
class FolderRunTest {

  private static final SmallTree TREE = SmallTree.of("a/web", "1", "b/web", "1", "list", "ab");
  private static final String A_WEB = SmallTree.pathOf("a", "web");

  @TempDir Path folder;
  private Disk disk;

  @BeforeEach
  void setUp() {
    disk = new Disk(folder.resolve("output"));
  }

  @Test
  void createsChangesAndRemoves() throws IOException {
    assertThat(disk.run(TREE).files()).isEqualTo(new Plan.FileCounts(6, 0, 0, 0));

    Plan plan = disk.run(SmallTree.of("a/web", "2", "c/web", "1", "list", "ab"));

    assertThat(plan.files()).isEqualTo(new Plan.FileCounts(2, 3, 2, 1));
    assertThat(plan.tenants().added()).containsExactly("c");
    assertThat(plan.tenants().changed()).containsExactly("a");
    assertThat(plan.tenants().removed()).containsExactly("b");
    assertThat(disk.content())
        .containsEntry(A_WEB, "2")
        .doesNotContainKeys("clusters/c1/tenants/b", ".tenantsmith");
  }

  @Test
  void prunesEmptyFoldersOnly() throws IOException {
    disk.run(SmallTree.of("a/deep/er/web", "1", "b/web", "1"));
    disk.edit(SmallTree.pathOf("b", "notes"), "of somebody else");

    disk.run(SmallTree.of("list", "none"));

    assertThat(disk.content())
        .containsEntry(SmallTree.pathOf("b", "notes"), "of somebody else")
        .doesNotContainKeys("clusters/c1/tenants/a", SmallTree.pathOf("b", "web"));
  }

  @Test
  void touchesNothingIfNothingChanged() throws IOException {
    disk.run(TREE);
    SortedMap<String, String> traces = disk.traces();
    assertThat(disk.run(TREE).isEmpty()).isTrue();
    assertThat(disk.traces()).isEqualTo(traces);
  }

  @Test
  void refusesAHandEditAndWritesNothing() throws IOException {
    disk.run(TREE);
    disk.edit(A_WEB, "by hand");
    SortedMap<String, String> traces = disk.traces();

    Plan plan = disk.run(SmallTree.of("a/web", "2", "b/web", "2", "list", "ab"));

    assertThat(Disk.codes(plan)).containsExactly(Code.OUT501);
    assertThat(disk.content()).containsEntry(A_WEB, "by hand").doesNotContainKey(".tenantsmith");
    assertThat(disk.traces().keySet()).isEqualTo(traces.keySet());
  }

  @Test
  void refusesToRemoveWhatWasEdited() throws IOException {
    disk.run(TREE);
    disk.edit(A_WEB, "by hand");
    assertThat(Disk.codes(disk.run(SmallTree.of("b/web", "1")))).containsExactly(Code.OUT501);
    assertThat(disk.file(SmallTree.pathOf("b", "web"))).hasContent("1");
  }

  @Test
  void refusesWhatWasRemovedByHand() throws IOException {
    disk.run(TREE);
    Files.delete(disk.file(A_WEB));
    assertThat(Disk.codes(disk.run(TREE))).containsExactly(Code.OUT502);
    assertThat(disk.file(A_WEB)).doesNotExist();
  }

  @Test
  void takesTheGeneratedStateIfAsked() throws IOException {
    disk.run(TREE);
    SortedMap<String, String> content = disk.content();
    disk.edit(A_WEB, "by hand");
    Files.delete(disk.file(SmallTree.pathOf("b", "web")));

    assertThat(disk.take(TREE).diagnostics()).isEmpty();

    assertThat(disk.content()).isEqualTo(content);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void neverReplacesAForeignFile(boolean take) throws IOException {
    disk.run(SmallTree.of("a/web", "1"));
    disk.edit("clusters/list", "of somebody else");
    Plan plan = take ? disk.take(TREE) : disk.run(TREE);
    assertThat(Disk.codes(plan)).containsExactly(Code.OUT503);
    assertThat(disk.file("clusters/list")).hasContent("of somebody else");
  }

  @Test
  void saysOnceThatTheIndexIsLostAndTakesTheFolderBackIfAsked() throws IOException {
    disk.run(TREE);
    SortedMap<String, String> content = disk.content();
    Files.delete(disk.file("index.json"));

    SmallTree changed = SmallTree.of("a/web", "2", "b/web", "2", "list", "3");
    assertThat(Disk.codes(disk.run(changed))).containsExactly(Code.OUT505);
    assertThat(disk.take(TREE).diagnostics()).isEmpty();

    assertThat(disk.content()).isEqualTo(content);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{\"schema\": 0, \"tenants\": [], \"files\": {}}",
        "{\"schema\": 1, \"tenants\": [{\"id\": \"../x\"}], \"files\": {}}",
        "{\"schema\": 1, \"tenants\": [], \"files\": {\"../x\": \"\"}}",
        "<<<<<<< HEAD"
      })
  void refusesABrokenIndex(String text) throws IOException {
    disk.run(TREE);
    disk.edit("index.json", text);
    Result<CurrentTree> index =
        new IndexReader("output", "tenantsmith 1.0.0").read(OutputFolder.at(disk.root()));
    assertThat(index.value()).isEmpty();
    assertThat(index.diagnostics()).extracting(d -> d.code()).containsExactly(Code.OUT504);
    assertThat(index.diagnostics().get(0).range().file()).isEqualTo("output/index.json");
  }

  @Test
  void readsTheIndexThatItWrites() throws IOException {
    Plan plan = disk.run(TREE);
    assertThat(disk.current().index()).isEqualTo(plan.next());
  }

  @Test
  void aPartLeavesTheRestAlone() throws IOException {
    disk.run(TREE);
    Plan plan = disk.run(SmallTree.of("a/web", "2").asPart());
    assertThat(plan.files()).isEqualTo(new Plan.FileCounts(0, 3, 0, 0));
    assertThat(plan.next().tenants()).extracting(t -> t.id().value()).containsExactly("a", "b");
    assertThat(disk.content())
        .containsEntry(SmallTree.pathOf("b", "web"), "1")
        .containsEntry("clusters/list", "ab");
    assertThat(disk.run(SmallTree.of("a/web", "2", "b/web", "1", "list", "ab")).hasErrors())
        .isFalse();
  }

  @Test
  void oneOfTwoRunsAtOnceGivesUp() throws IOException {
    Change file = change("x");
    try (FolderWriter first = new FolderWriter(disk.root(), disk.current());
        FolderWriter second = new FolderWriter(disk.root(), disk.current())) {
      first.take(file);
      assertThatThrownBy(() -> second.take(file)).isInstanceOf(AnotherRunException.class);
      first.apply();
    }
    assertThat(disk.file("x")).hasContent("x");
  }

  @Test
  void aRunThatLooksAtAnOldTreeGivesUp() throws IOException {
    try (FolderWriter late = new FolderWriter(disk.root(), disk.current())) {
      disk.run(TREE);
      assertThatThrownBy(() -> late.take(change("x"))).isInstanceOf(AnotherRunException.class);
    }
    assertThat(disk.run(TREE).isEmpty()).isTrue();
    assertThat(disk.content()).doesNotContainKey(".tenantsmith");
  }

  @ParameterizedTest
  @ValueSource(strings = {"clusters", "clusters/c1/tenants/a", "clusters/c1/tenants/a/web"})
  void followsNoLink(String path) throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path link = disk.file(path);
    Files.createDirectories(link.resolve(".."));
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, elsewhere);

    assertThatThrownBy(() -> disk.run(TREE)).isInstanceOf(LinkInTheWay.class);

    assertThat(elsewhere).isEmptyDirectory();
    assertThat(disk.content()).doesNotContainKey(".tenantsmith");
  }

  @Test
  void aFolderWhereAFileBelongsStopsTheRunAndTheNextOneRepairs() throws IOException {
    SmallTree next = SmallTree.of("a/web", "2", "b/new", "2", "c/web", "2");
    disk.run(TREE);
    Path obstacle = disk.file(SmallTree.pathOf("b", "new"));
    Runnable put =
        () -> {
          obstacle.toFile().mkdir();
          obstacle.resolve("x").toFile().mkdir();
        };

    assertThatThrownBy(() -> disk.run(next, HandEdits.REFUSE, put)).isInstanceOf(IOException.class);
    FolderTree.delete(obstacle);

    assertThat(disk.run(next).diagnostics()).isEmpty();
    Disk fresh = new Disk(folder.resolve("fresh"));
    fresh.run(next);
    assertThat(disk.content()).isEqualTo(fresh.content());
  }

  @Test
  void aFolderThatMayNotBeWrittenStaysAsItIs() throws IOException {
    disk.run(TREE);
    SortedMap<String, String> traces = disk.traces();
    assertThat(disk.root().toFile().setWritable(false)).isTrue();
    try {
      boolean denied = !Files.isWritable(disk.root());
      if (!denied) {
        System.out.println("skipped: this user may write read-only folders");
      }
      assumeTrue(denied);
      assertThatThrownBy(() -> disk.run(SmallTree.of("a/web", "2")))
          .isInstanceOf(IOException.class);
      assertThat(disk.traces()).isEqualTo(traces);
    } finally {
      assertThat(disk.root().toFile().setWritable(true)).isTrue();
    }
  }

  @Test
  void aFileWhereTheOutputFolderBelongsIsLeftAlone() throws IOException {
    Files.writeString(disk.root(), "of somebody else", StandardCharsets.UTF_8);
    assertThatThrownBy(() -> disk.run(TREE)).isInstanceOf(IOException.class);
    assertThat(disk.root()).hasContent("of somebody else");
  }

  private static Change change(String name) {
    RelativePath path = RelativePath.of(name);
    byte[] content = name.getBytes(StandardCharsets.UTF_8);
    return new Change(path, null, null, new OutputFile(path, content));
  }
}
