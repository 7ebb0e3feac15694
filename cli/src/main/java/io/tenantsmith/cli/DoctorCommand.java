package io.tenantsmith.cli;

import io.tenantsmith.engine.DoctorOptions;
import io.tenantsmith.engine.PublishOptions;
import io.tenantsmith.engine.command.Command;
import io.tenantsmith.engine.command.Doctor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Tells what machine, repository and remote lack. */
@CommandLine.Command(
    name = "doctor",
    description = {
      "Tells what this machine, the repository and the remote lack, with the command that mends it.",
      "Exit code 1 if something of the fleet prevents work, 4 if only the machine or the remote"
          + " does."
    },
    footer = {
      "  tenantsmith doctor",
      "  tenantsmith doctor --offline   leave out the GitOps repository",
    })
final class DoctorCommand extends FleetFilesCommand {

  @Option(
      names = "--repository",
      paramLabel = "URL",
      description = "The GitOps repository; default: what fleet.yaml says.")
  private @Nullable String repository;

  @Option(
      names = "--branch",
      paramLabel = "NAME",
      description = "The branch; default: what fleet.yaml says.")
  private @Nullable String branch;

  @Option(names = "--offline", description = "Leave out the GitOps repository.")
  private boolean offline;

  @Option(
      names = "--write-schemas",
      description = "Write schema/ as this version has it, for editors.")
  private boolean writeSchemas;

  DoctorCommand(Screen screen) {
    super(screen);
  }

  @Override
  Command command() {
    PublishOptions target = new PublishOptions(repository, branch, PublishOptions.Permits.NONE);
    return new Doctor(new DoctorOptions(target, offline, writeSchemas, null));
  }
}
