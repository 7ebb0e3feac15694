package io.tenantsmith.cli;

import io.tenantsmith.engine.Generator;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.Request;
import picocli.CommandLine.Command;

/** Checks all inputs. */
@Command(
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
  Report run(Generator generator, Request request) {
    return generator.validate(request);
  }
}
