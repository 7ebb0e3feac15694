package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.tenantsmith.engine.command.Command;
import io.tenantsmith.engine.command.Generate;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.engine.command.Validate;
import io.tenantsmith.harness.GivenMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Twice as many tenants may cost little more than twice the work: a part that grows with the square
 * fails here once it is a thirteenth of the work of 200 tenants. Work is counted in bytes that the
 * run allocates, which other work on the machine does not change, on a machine with one processor,
 * where all work is done by one thread; a loop over pairs of tenants that allocates nothing shows
 * in the benchmark only.
 */
class GrowthTest {

  private static final double MAX_GROWTH = 2.15;

  @TempDir Path folder;

  @Test
  void validate() throws IOException {
    assertThat(growth(new Validate())).isLessThan(MAX_GROWTH);
  }

  @Test
  void generate() throws IOException {
    assertThat(growth(new Generate(false))).isLessThan(MAX_GROWTH);
  }

  private double growth(Command command) throws IOException {
    cost(command, 20); // Loads classes and compiles schemas.
    double once = cost(command, 100);
    return cost(command, 200) / once;
  }

  private double cost(Command command, int tenants) throws IOException {
    FleetFolder fleet =
        FleetFolder.in(folder.resolve(Integer.toString(tenants))).tenants(tenants, "One");
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    Session session = new Session(new GivenMachine(folder), Progress.NONE);
    Report report = command.run(Request.of(fleet.root()), session);
    double cost = threads.getCurrentThreadAllocatedBytes() - before;
    fleet.expect(report);
    return cost;
  }
}
