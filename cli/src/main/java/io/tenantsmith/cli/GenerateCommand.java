package io.tenantsmith.cli;

import io.tenantsmith.engine.Generator;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the output folder. */
@Command(
    name = "generate",
    description = "Checks the inputs, renders them and writes the output folder.",
    footer = {
      "  tenantsmith generate",
      "  tenantsmith generate --take-generated   give up edits made by hand in the output",
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
  Report run(Generator generator, Request request) {
    return generator.generate(request, takeGenerated);
  }
}
