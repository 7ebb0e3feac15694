package io.tenantsmith.cli;

import io.tenantsmith.engine.Request;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;

/** A command that reads a whole fleet. */
abstract class FleetCommand extends ToolCommand {

  @ArgGroup(validate = false, exclusive = false, heading = "%nFleet:%n", order = 10)
  private FleetOptions fleet = new FleetOptions();

  FleetCommand(Screen screen) {
    super(screen);
  }

  @Override
  final Request request(CommandSpec spec) {
    return fleet.request(spec);
  }
}
