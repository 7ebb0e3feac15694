package io.tenantsmith.cli;

import io.tenantsmith.engine.command.Command;
import io.tenantsmith.engine.command.Validate;
import picocli.CommandLine;

/** Checks all inputs. */
@CommandLine.Command(
    name = "validate",
    description = "Checks all inputs and shows every mistake at once; writes nothing.",
    footer = {
      "  tenantsmith validate",
      "  tenantsmith validate --format sarif > tenantsmith.sarif",
    })
final class ValidateCommand extends FleetCommand {

  ValidateCommand(Screen screen) {
    super(screen);
  }

  @Override
  Command command() {
    return new Validate();
  }
}
