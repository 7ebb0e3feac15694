package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.tenantsmith.surroundings.Surroundings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Twice as many tenants may cost little more than twice the work: a part that grows with the square
 * fails here once it is a thirteenth of the work of 200 tenants. Work is counted in bytes that the
 * run allocates, which other work on the machine does not change; a loop over pairs of tenants that
 * allocates nothing shows in the benchmark only.
 */
class GrowthTest {

  private static final double MAX_GROWTH = 2.15;

  @TempDir Path folder;

  @Test
  void validate() throws IOException {
    assertThat(growth(Generator::validate)).isLessThan(MAX_GROWTH);
  }

  @Test
  void generate() throws IOException {
    assertThat(growth((generator, request) -> generator.generate(request, false))).isLessThan(MAX_GROWTH);
  }

  private double growth(Run run) throws IOException {
    cost(run, 20); // Loads classes and compiles schemas.
    double once = cost(run, 100);
    return cost(run, 200) / once;
  }

  private double cost(Run run, int tenants) throws IOException {
    FleetFolder fleet =
        FleetFolder.in(folder.resolve(Integer.toString(tenants))).tenants(tenants, "One");
    Generator generator = new Generator(Surroundings.ofThisProcess(), Progress.NONE);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    Report report = run.run(generator, Request.of(fleet.root()));
    double cost = threads.getCurrentThreadAllocatedBytes() - before;
    fleet.expect(report);
    return cost;
  }

  /** One command. */
  private interface Run {
    Report run(Generator generator, Request request);
  }
}
