package io.tenantsmith.cli;

import io.tenantsmith.engine.Request;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options that say what to work on. */
final class FleetOptions extends FleetFiles {

  @Option(
      names = "--tenant",
      paramLabel = "ID",
      description = "Only this tenant; everything is still read and judged.")
  private @Nullable String tenant;

  @Option(names = "--cluster", paramLabel = "NAME", description = "Only this cluster.")
  private @Nullable String cluster;

  /** What to work on. */
  Request request(CommandSpec spec) {
    return request(spec, new Request.Selection(tenant, cluster));
  }
}
