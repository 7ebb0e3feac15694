package io.tenantsmith.cli;

import io.tenantsmith.engine.InitOption;
import io.tenantsmith.engine.InitOptions;
import io.tenantsmith.engine.command.Command;
import io.tenantsmith.engine.command.Init;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Writes the files of a new fleet. */
@CommandLine.Command(
    name = "init",
    description =
        "Writes the files of a new fleet into a folder without one; what is there stays as it is."
            + " What is not given is asked for on a terminal.",
    footer = {
      "  tenantsmith init",
      "  tenantsmith init --domain sites.example.net --contact-email it@example.com",
    })
final class InitCommand extends FolderCommand {

  private final Map<InitOption, String> given = new EnumMap<>(InitOption.class);

  @Option(names = "--dry-run", description = "List the files and write none.")
  private boolean dryRun;

  InitCommand(Screen screen) {
    super(screen);
  }

  @Option(
      names = "--fleet-name",
      paramLabel = "NAME",
      description = "Name of the fleet. Default: the folder's.")
  void setFleetName(@Nullable String value) {
    put(InitOption.FLEET_NAME, value);
  }

  @Option(
      names = "--domain",
      paramLabel = "DOMAIN",
      description = "Tenants get ID.DOMAIN; best a domain of its own.")
  void setDomain(@Nullable String value) {
    put(InitOption.DOMAIN, value);
  }

  @Option(
      names = "--contact-email",
      paramLabel = "ADDRESS",
      description = "Mail address of whoever runs the platform.")
  void setContactEmail(@Nullable String value) {
    put(InitOption.CONTACT_EMAIL, value);
  }

  @Option(
      names = "--cluster-name",
      paramLabel = "NAME",
      description = "Name of the first cluster. Default: prod-1.")
  void setClusterName(@Nullable String value) {
    put(InitOption.CLUSTER_NAME, value);
  }

  @Option(
      names = "--region",
      paramLabel = "NAME",
      description = "Region of that cluster. Default: eu-central-1.")
  void setRegion(@Nullable String value) {
    put(InitOption.REGION, value);
  }

  @Option(
      names = "--repository",
      paramLabel = "URL",
      description = "GitOps repository: https, ssh or a path. Default: gitops.git, beside.")
  void setRepository(@Nullable String value) {
    put(InitOption.REPOSITORY, value);
  }

  @Option(
      names = "--branch",
      paramLabel = "NAME",
      description = "Branch of that repository. Default: environment/ENVIRONMENT.")
  void setBranch(@Nullable String value) {
    put(InitOption.BRANCH, value);
  }

  @Option(
      names = "--sync",
      paramLabel = "TOOL",
      description = "flux, argocd, both or none. Default: flux where it could read.")
  void setSync(@Nullable String value) {
    put(InitOption.SYNC, value);
  }

  @Option(
      names = "--ci",
      paramLabel = "LIST",
      description = "Pipelines to write: github,gitlab,jenkins (default) or none.")
  void setCi(@Nullable String value) {
    put(InitOption.CI, value);
  }

  @Option(
      names = "--plugin-repository",
      paramLabel = "URL",
      description = "Maven repository that has the plugin. Default: the usual ones.")
  void setPluginRepository(@Nullable String value) {
    put(InitOption.PLUGIN_REPOSITORY, value);
  }

  private void put(InitOption option, @Nullable String value) {
    if (value != null) {
      given.put(option, value);
    }
  }

  @Override
  Command command() {
    return new Init(new InitOptions(given, dryRun));
  }
}
