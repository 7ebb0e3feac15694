package io.tenantsmith.cli;

import io.tenantsmith.engine.command.Check;
import io.tenantsmith.engine.command.Command;
import picocli.CommandLine;

/** Checks whether the output folder is current. */
@CommandLine.Command(
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
  Command command() {
    return new Check();
  }
}
