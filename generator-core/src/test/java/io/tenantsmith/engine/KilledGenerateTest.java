package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.SameFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of a real process that generates. Each step alone is tested with the writer; here
 * five kills show that a process that dies leaves what those tests assume: two with other inputs
 * before them, one with the same, two in a row.
 */
class KilledGenerateTest {

  private static final int TENANTS = 20;

  @TempDir Path folder;
  private FleetFolder fleet;
  private FleetFolder other;

  @BeforeEach
  void setUp() throws IOException {
    fleet = FleetFolder.in(folder.resolve("fleet"));
    other = FleetFolder.in(folder.resolve("other"));
  }

  @Test
  void convergesWithTheSameAndWithOtherInputs() throws Exception {
    SortedMap<String, String> one = undisturbed("One");
    SortedMap<String, String> two = undisturbed("Two");
    int halfDone = 0;
    for (int moment = 0; moment < 5; moment++) {
      fleet.tenants(TENANTS, moment % 2 == 0 ? "One" : "Two");
      halfDone += killInTheSwap(moment * 3) ? 1 : 0;
      if (moment % 3 == 0) {
        continue; // The next one is killed, too, with other inputs.
      }
      fleet.tenants(TENANTS, moment % 4 < 2 ? "One" : "Two");
      fleet.expect(fleet.generate());
      SameFiles.assertSame(fleet.output(), moment % 4 < 2 ? one : two);
    }
    assertThat(halfDone).as("kills that met a swap").isPositive();
  }

  private SortedMap<String, String> undisturbed(String name) throws IOException {
    other.tenants(TENANTS, name);
    other.expect(other.generate());
    return other.output();
  }

  /** Kills a process some milliseconds after it began to stage; tells whether it left a journal. */
  private boolean killInTheSwap(int milliseconds) throws Exception {
    Path workspace = fleet.root().resolve("output/.tenantsmith");
    Path journal = workspace.resolve("journal");
    boolean leftBefore = Files.exists(journal);
    Process process = FleetProcess.start("generate", fleet.root());
    while (process.isAlive()
        && !Files.exists(leftBefore ? workspace.resolve("stage/0") : journal)) {
      Thread.sleep(1);
    }
    Thread.sleep(milliseconds);
    process.destroyForcibly().waitFor();
    return Files.exists(journal);
  }
}
