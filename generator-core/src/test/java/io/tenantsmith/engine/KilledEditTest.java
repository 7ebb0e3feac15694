package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.SampleFleet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code kill -9} of a real process that edits a file of people. What it does to the disk is a
 * single move, whose steps are tested alone with its writer; here kills at moments around it show
 * that a command as a whole leaves the old file or the new one, and nothing that the next run
 * stumbles over.
 */
class KilledEditTest {

  private static final String STAGED = ".tenantsmith-edit-";

  private static final String ROLL_OUT =
      "next:\n  id: more-memory\n  to: {rings: [], percent: 0}\n  set: {web: {pod_memory: 1536Mi}}\n";

  /**
   * A command that edits one file.
   *
   * @param more what the file needs before
   * @param from what it replaces
   */
  private record Edit(String command, String file, String more, String from, String to) {

    @Override
    public String toString() {
      return command;
    }

    byte[] edited(byte[] old) {
      String text = new String(old, StandardCharsets.UTF_8);
      assertThat(text).contains(from);
      return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
    }
  }

  @TempDir private Path folder;
  private Path edited;
  private byte[] old;

  static Stream<Edit> edits() {
    return Stream.of(
        new Edit(
            "offboard", "tenants/acme-corp.yaml", "", "\nstate: active\n", "\nstate: suspended\n"),
        new Edit(
            "promote",
            "tiers/pro.yaml",
            ROLL_OUT,
            "{rings: [], percent: 0}",
            "{rings: [canary, early], percent: 100}"));
  }

  private void setUp(Edit edit) throws IOException {
    SampleFleet.copyTo(folder, 1);
    edited = folder.resolve(edit.file);
    // A long file takes longer to write.
    String text = Files.readString(edited) + edit.more;
    Files.writeString(edited, "# what only people read\n".repeat(5000) + text);
    old = Files.readAllBytes(edited);
  }

  @ParameterizedTest
  @MethodSource("edits")
  void theFileIsOldOrNew(Edit edit) throws Exception {
    setUp(edit);
    byte[] fresh = edit.edited(old);
    int killed = 0;
    for (int moment = 0; moment < 6; moment++) {
      Files.write(edited, old);
      Process process = FleetProcess.start(edit.command, folder);
      waitForTheEdit(process);
      LockSupport.parkNanos(moment * 300_000L);
      killed += process.isAlive() ? 1 : 0;
      process.destroyForcibly().waitFor();
      assertThat(Files.readAllBytes(edited)).isIn(old, fresh);
    }
    assertThat(killed).as("processes that were killed at work").isPositive();
    Files.write(edited, old);
    Process last = FleetProcess.start(edit.command, folder);
    assertThat(last.waitFor()).as("what a kill leaves is in nobody's way").isZero();
    assertThat(Files.readAllBytes(edited)).isEqualTo(fresh);
  }

  /** One file of the whole fleet changes, so that there is no moment between two. */
  @ParameterizedTest
  @MethodSource("edits")
  void nothingElseIsTouched(Edit edit) throws Exception {
    setUp(edit);
    TreeMap<String, String> before = files();
    assertThat(FleetProcess.start(edit.command, folder).waitFor()).isZero();
    TreeMap<String, String> after = files();
    assertThat(after.keySet()).isEqualTo(before.keySet());
    after.entrySet().removeAll(before.entrySet());
    assertThat(after.keySet()).containsExactly(edit.file);
  }

  /** Until the new text is staged, or it is all over. */
  private void waitForTheEdit(Process process) throws Exception {
    while (process.isAlive() && staged().isEmpty()) {
      Thread.onSpinWait();
    }
  }

  private List<String> staged() throws IOException {
    try (Stream<Path> files = Files.list(edited.getParent())) {
      return files.map(f -> f.getFileName().toString()).filter(n -> n.startsWith(STAGED)).toList();
    }
  }

  private TreeMap<String, String> files() throws IOException {
    TreeMap<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            folder.relativize(file).toString(),
            Files.getLastModifiedTime(file) + Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }
}
