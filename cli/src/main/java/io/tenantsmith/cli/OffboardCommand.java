package io.tenantsmith.cli;

import io.tenantsmith.engine.command.Command;
import io.tenantsmith.engine.command.Offboard;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Moves a tenant one state further, towards its removal. */
@CommandLine.Command(
    name = "offboard",
    description = {
      "Moves a tenant one state further: suspended, retained, erasing, erased.",
      "It edits the file of the tenant: shows the edit and what it leads to, asks, and writes it."
    },
    footer = {
      "  tenantsmith offboard acme-corp --dry-run",
      "  tenantsmith offboard acme-corp --until 2027-03-31 --yes",
      "  tenantsmith offboard acme-corp --confirm acme-corp --yes",
    })
final class OffboardCommand extends FleetFilesCommand {

  @Spec private CommandSpec spec = CommandSpec.create();

  @ArgGroup(validate = false, exclusive = false, heading = "%nStep:%n", order = 5)
  private StepArguments step = new StepArguments();

  @ArgGroup(validate = false, exclusive = false, heading = "%nEdit:%n", order = 6)
  private EditArguments edit = new EditArguments();

  OffboardCommand(Screen screen) {
    super(screen);
  }

  @Override
  Command command() {
    return new Offboard(step.stated(spec, edit.options()));
  }
}
