package io.tenantsmith.cli;

import io.tenantsmith.engine.Request;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** A command that works on a folder in which there need not be a fleet. */
abstract class FolderCommand extends ToolCommand {

  @Option(
      names = "--directory",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The fleet's root. Default: here.")
  private String directory = ".";

  FolderCommand(Screen screen) {
    super(screen);
  }

  @Override
  final Request request(CommandSpec spec) {
    return Request.of(ArgumentText.path(spec, directory));
  }
}
