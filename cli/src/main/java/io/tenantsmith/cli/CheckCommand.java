package io.tenantsmith.cli;

import io.tenantsmith.engine.Generator;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.Request;
import picocli.CommandLine.Command;

/** Tells whether the output folder is current. */
@Command(
    name = "check",
    description =
        "Like generate, but writes nothing and fails if the output is stale or edited by hand.",
    footer = {
      "  tenantsmith check",
      "  tenantsmith check --format github   annotate a pull request",
    })
final class CheckCommand extends FleetCommand {

  CheckCommand(Screen screen) {
    super(screen);
  }

  @Override
  Report run(Generator generator, Request request) {
    return generator.check(request);
  }
}
