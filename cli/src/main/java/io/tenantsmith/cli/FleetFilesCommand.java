package io.tenantsmith.cli;

import io.tenantsmith.engine.Request;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;

/** A command that works on the files of a fleet and renders no part of its own choice. */
abstract class FleetFilesCommand extends ToolCommand {

  @ArgGroup(validate = false, exclusive = false, heading = "%nFleet:%n", order = 10)
  private FleetFiles fleet = new FleetFiles();

  FleetFilesCommand(Screen screen) {
    super(screen);
  }

  @Override
  final Request request(CommandSpec spec) {
    return fleet.request(spec, Request.Selection.ALL);
  }
}
