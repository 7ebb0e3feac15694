package io.tenantsmith.cli;

import io.tenantsmith.engine.command.Command;
import io.tenantsmith.engine.command.Restore;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Moves a tenant back towards active. */
@CommandLine.Command(
    name = "restore",
    description = {
      "Moves a tenant back to active, or from erasing to retained, the last undo.",
      "It edits the file of the tenant: shows the edit and what it leads to, asks, and writes it."
    },
    footer = {
      "  tenantsmith restore acme-corp --yes",
      "  tenantsmith restore acme-corp --until 2027-06-30 --yes   the last undo",
    })
final class RestoreCommand extends FleetFilesCommand {

  @Spec private CommandSpec spec = CommandSpec.create();

  @ArgGroup(validate = false, exclusive = false, heading = "%nStep:%n", order = 5)
  private StepArguments step = new StepArguments();

  @ArgGroup(validate = false, exclusive = false, heading = "%nEdit:%n", order = 6)
  private EditArguments edit = new EditArguments();

  RestoreCommand(Screen screen) {
    super(screen);
  }

  @Override
  Command command() {
    return new Restore(step.stated(spec, edit.options()));
  }
}
