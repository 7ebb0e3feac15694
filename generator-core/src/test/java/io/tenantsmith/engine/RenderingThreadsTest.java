package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.output.CurrentTree;
import io.tenantsmith.output.HandEdits;
import io.tenantsmith.output.Planner;
import io.tenantsmith.run.ComparedFleet;
import io.tenantsmith.run.Contributors;
import io.tenantsmith.run.FleetRenderer;
import io.tenantsmith.run.SettledFleet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How many threads render is no input: the same files are compared in the same order, the same is
 * found and the same is remembered. Contributors are made anew for each run, since whatever they
 * keep is filled by the first tenants. {@code -Drandom.threads=50} repeats it.
 */
class RenderingThreadsTest {

  private static final int ROUNDS = Integer.getInteger("random.threads", 3);
  private static final int TENANTS = 40;

  @Test
  void theirNumberIsNoInput() throws IOException {
    for (int seed = 1; seed <= ROUNDS; seed++) {
      SettledFleet fleet = new MemoryFleet().valid(PatchedFleet.drawn(seed, TENANTS));
      List<String> alone = rendered(fleet, 1);
      assertThat(alone).hasSizeGreaterThan(TENANTS * 10);
      assertThat(rendered(fleet, 8)).as("seed %d", seed).isEqualTo(alone);
    }
  }

  private static List<String> rendered(SettledFleet fleet, int threads) throws IOException {
    List<String> all = new ArrayList<>();
    Planner planner =
        new Planner(
            CurrentTree.EMPTY,
            change ->
                all.add(
                    change.path()
                        + "\n"
                        + new String(
                            change.file().orElseThrow().content(), StandardCharsets.UTF_8)),
            new Planner.Terms("output", HandEdits.REFUSE, false));
    FleetRenderer renderer = new FleetRenderer(fleet, new Contributors(), Progress.NONE, threads);
    ComparedFleet compared = renderer.into(planner);
    compared.findings().forEach(finding -> all.add(finding.toString()));
    all.add(compared.steps().toString());
    all.add(compared.plan().next().lines().toString());
    return all;
  }
}
