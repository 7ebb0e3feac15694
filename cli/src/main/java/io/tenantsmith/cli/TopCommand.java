package io.tenantsmith.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a name: only help and version. */
@CommandLine.Command(
    name = "tenantsmith",
    description = "Turns one small YAML file per tenant into reviewed Kubernetes manifests.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  tenantsmith validate                     check the fleet in this folder",
      "  tenantsmith generate --directory fleet   write fleet/output",
      "  tenantsmith COMMAND --help               options and exit codes of a command"
    })
final class TopCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command is named");
  }
}
