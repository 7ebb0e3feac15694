package io.tenantsmith.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run is killed before each of its steps; the next one must converge as if nothing happened. */
class KilledRunTest {

  private static final SmallTree OLD =
      SmallTree.of("a/web", "1", "a/zone", "1", "b/web", "1", "b/zone", "1", "list", "ab");
  // Changes files, adds and removes some in a tenant that stays, removes one tenant, adds another.
  private static final SmallTree NEW =
      SmallTree.of("a/web", "2", "a/xtra", "2", "c/web", "2", "c/zone", "2", "list", "ac");
  private static final SmallTree OTHER = SmallTree.of("b/web", "3", "d/zone", "3", "new", "3");

  @TempDir Path folder;
  private final IdentityHashMap<SmallTree, SortedMap<String, String>> undisturbed =
      new IdentityHashMap<>();
  private int copies;
  private Disk before;

  @BeforeEach
  void setUp() throws IOException {
    before = new Disk(folder.resolve("before"));
    before.run(OLD);
  }

  @Test
  void convergesToTheSameInputs() throws IOException {
    for (Disk killed : killedAnywhere(before, NEW)) {
      assertConverges(killed, NEW);
    }
  }

  @Test
  void convergesToTheFormerInputs() throws IOException {
    for (Disk killed : killedAnywhere(before, NEW)) {
      assertConverges(killed, OLD);
    }
  }

  @Test
  void convergesToOtherInputs() throws IOException {
    for (Disk killed : killedAnywhere(before, NEW)) {
      assertConverges(killed, OTHER);
    }
  }

  @Test
  void convergesFromAnEmptyFolder() throws IOException {
    Disk empty = new Disk(folder.resolve("empty"));
    for (Disk killed : killedAnywhere(empty, OLD)) {
      assertConverges(killed.snapshot(next()), OLD);
      assertConverges(killed, OTHER);
    }
  }

  @Test
  void convergesAfterTwoKilledRuns() throws IOException {
    Set<SortedMap<String, String>> seen = new HashSet<>();
    for (Disk once : killedAnywhere(before, NEW)) {
      for (Disk twice : killedAnywhere(once, OTHER)) {
        if (!seen.add(twice.content())) {
          continue; // Another pair of kills left the same files, from which all runs are the same.
        }
        // Which inputs come next is tested above for every single kill; here they take turns.
        assertConverges(twice, List.of(OLD, NEW, OTHER).get(seen.size() % 3));
      }
    }
  }

  @Test
  void aPartialRunForgetsNothingOfTheRest() throws IOException {
    SmallTree part = SmallTree.of("a/web", "2", "a/xtra", "2").asPart();
    for (Disk killed : killedAnywhere(before, NEW)) {
      assertThat(killed.run(part).diagnostics()).isEmpty();
      assertConverges(killed, OLD);
    }
  }

  @Test
  void aRefusedRunForgetsNothing() throws IOException {
    for (Disk killed : killedAnywhere(before, NEW)) {
      String inTheWay = SmallTree.pathOf("e", "web");
      killed.edit(inTheWay, "of somebody else");
      SmallTree withE = SmallTree.of("a/web", "4", "c/web", "4", "e/web", "4");
      assertThat(killed.run(withE).hasErrors()).isTrue();
      Files.delete(killed.file(inTheWay));
      FolderTree.deleteIfEmpty(killed.file("clusters/c1/tenants/e"));
      assertConverges(killed, NEW);
    }
  }

  @Test
  void aHandEditIsStillSeen() throws IOException {
    for (Disk killed : killedAnywhere(before, NEW)) {
      killed.edit(SmallTree.pathOf("a", "web"), "by hand");
      assertThat(Disk.codes(killed.run(OTHER))).containsExactly(Code.OUT501);
    }
  }

  private List<Disk> killedAnywhere(Disk start, SmallTree tree) throws IOException {
    Disk running = start.snapshot(next());
    List<Disk> killed = new ArrayList<>();
    running.run(
        tree,
        HandEdits.REFUSE,
        () -> {
          try {
            killed.add(running.snapshot(next()));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    assertThat(killed).hasSizeGreaterThan(4);
    return killed;
  }

  private void assertConverges(Disk killed, SmallTree tree) throws IOException {
    SortedMap<String, String> left = killed.content();
    Plan plan = killed.run(tree);
    assertThat(plan.diagnostics()).as("after %s", left).isEmpty();
    assertThat(killed.content()).as("after %s", left).isEqualTo(undisturbed(tree));
    assertThat(killed.run(tree).isEmpty()).isTrue();
  }

  /** What a run into an empty folder leaves; each tree is run once. */
  private SortedMap<String, String> undisturbed(SmallTree tree) throws IOException {
    if (!undisturbed.containsKey(tree)) {
      Disk fresh = new Disk(next());
      fresh.run(tree);
      undisturbed.put(tree, fresh.content());
    }
    return undisturbed.get(tree);
  }

  private Path next() {
    return folder.resolve(Integer.toString(copies++));
  }
}
