package io.tenantsmith.cli;

import io.tenantsmith.engine.command.Command;
import io.tenantsmith.engine.command.New;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the file of a new tenant. */
@CommandLine.Command(
    name = "new",
    description = {
      "Writes the file of a new tenant, judged together with the fleet before it is written.",
      "What every tenant states is asked for on a terminal if it is not given."
    },
    footer = {
      "  tenantsmith new initech",
      "  tenantsmith new initech --display-name Initech --admin-email it@initech.com --tier free",
    })
final class NewCommand extends FleetFilesCommand {

  @Spec private CommandSpec spec = CommandSpec.create();

  @ArgGroup(validate = false, exclusive = false, heading = "%nTenant:%n", order = 5)
  private TenantOptions tenant = new TenantOptions();

  @Option(names = "--dry-run", description = "Show the file; write nothing.")
  private boolean dryRun;

  NewCommand(Screen screen) {
    super(screen);
  }

  @Override
  Command command() {
    return new New(tenant.stated(spec), dryRun);
  }
}
