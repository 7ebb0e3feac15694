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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of a real process that edits a tenant's file. What it does to the disk is a
 * single move, whose steps are tested alone with its writer; here kills at moments around it show
 * that a command as a whole leaves the old file or the new one, and nothing that the next run
 * stumbles over.
 */
class KilledEditTest {

  private static final String STAGED = ".tenantsmith-edit-";

  @TempDir private Path folder;
  private Path tenant;
  private byte[] old;

  @BeforeEach
  void setUp() throws IOException {
    SampleFleet.copyTo(folder, 1);
    tenant = folder.resolve("tenants/acme-corp.yaml");
    // A long file takes longer to write.
    Files.writeString(tenant, "# what only people read\n".repeat(5000) + Files.readString(tenant));
    old = Files.readAllBytes(tenant);
  }

  @Test
  void theFileIsOldOrNew() throws Exception {
    int killed = 0;
    for (int moment = 0; moment < 6; moment++) {
      Files.write(tenant, old);
      Process process = FleetProcess.start("offboard", folder);
      waitForTheEdit(process);
      LockSupport.parkNanos(moment * 300_000L);
      killed += process.isAlive() ? 1 : 0;
      process.destroyForcibly().waitFor();
      assertThat(Files.readAllBytes(tenant)).isIn(old, edited());
    }
    assertThat(killed).as("processes that were killed at work").isPositive();
    Process last = FleetProcess.start("offboard", folder);
    assertThat(last.waitFor()).as("what a kill leaves is in nobody's way").isZero();
    assertThat(Files.readAllBytes(tenant)).isEqualTo(edited());
  }

  /** One file of the whole fleet changes, so that there is no moment between two. */
  @Test
  void nothingElseIsTouched() throws Exception {
    TreeMap<String, String> before = files();
    assertThat(FleetProcess.start("offboard", folder).waitFor()).isZero();
    TreeMap<String, String> after = files();
    assertThat(after.keySet()).isEqualTo(before.keySet());
    after.entrySet().removeAll(before.entrySet());
    assertThat(after.keySet()).containsExactly("tenants/acme-corp.yaml");
  }

  private byte[] edited() {
    String text = new String(old, StandardCharsets.UTF_8);
    assertThat(text).contains("\nstate: active\n");
    return text.replace("\nstate: active\n", "\nstate: suspended\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Until the new text is staged, or it is all over. */
  private void waitForTheEdit(Process process) throws Exception {
    while (process.isAlive() && staged().isEmpty()) {
      Thread.onSpinWait();
    }
  }

  private List<String> staged() throws IOException {
    try (Stream<Path> files = Files.list(tenant.getParent())) {
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
