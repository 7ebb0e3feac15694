package io.tenantsmith.cli;

import io.tenantsmith.engine.command.Command;
import io.tenantsmith.engine.command.Generate;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Writes the output folder. */
@CommandLine.Command(
    name = "generate",
    description = "Checks the inputs, renders them and writes the output folder.",
    footer = {
      "  tenantsmith generate",
      "  tenantsmith generate --take-generated   give up edits made by hand",
    })
final class GenerateCommand extends FleetCommand {

  @Option(
      names = "--take-generated",
      description = "Replace files of the output that were edited by hand.")
  private boolean takeGenerated;

  GenerateCommand(Screen screen) {
    super(screen);
  }

  @Override
  Command command() {
    return new Generate(takeGenerated);
  }
}
