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

  @Option(names = "--dry-run", description = "List the files and write none.")
  private boolean dryRun;

  @Option(
      names = "--fleet-name",
      paramLabel = "NAME",
      description = "Name of the fleet. Default: the folder's.")
  private @Nullable String fleetName;

  @Option(
      names = "--domain",
      paramLabel = "DOMAIN",
      description = "Tenants get ID.DOMAIN; best a domain of its own.")
  private @Nullable String domain;

  @Option(
      names = "--contact-email",
      paramLabel = "ADDRESS",
      description = "Mail address of whoever runs the platform.")
  private @Nullable String contactEmail;

  @Option(
      names = "--cluster-name",
      paramLabel = "NAME",
      description = "Name of the first cluster. Default: prod-1.")
  private @Nullable String clusterName;

  @Option(
      names = "--region",
      paramLabel = "NAME",
      description = "Region of that cluster. Default: eu-central-1.")
  private @Nullable String region;

  @Option(
      names = "--repository",
      paramLabel = "URL",
      description = "GitOps repository: https, ssh or a path. Default: gitops.git, beside.")
  private @Nullable String repository;

  @Option(
      names = "--branch",
      paramLabel = "NAME",
      description = "Branch of that repository. Default: environment/ENVIRONMENT.")
  private @Nullable String branch;

  @Option(
      names = "--sync",
      paramLabel = "TOOL",
      description = "flux, argocd, both or none. Default: flux where it could read.")
  private @Nullable String sync;

  @Option(
      names = "--ci",
      paramLabel = "LIST",
      description = "Pipelines to write: github,gitlab,jenkins (default) or none.")
  private @Nullable String ci;

  @Option(
      names = "--plugin-repository",
      paramLabel = "URL",
      description = "Maven repository that has the plugin. Default: the usual ones.")
  private @Nullable String pluginRepository;

  InitCommand(Screen screen) {
    super(screen);
  }

  @Override
  Command command() {
    Map<InitOption, String> given = new EnumMap<>(InitOption.class);
    put(InitOption.FLEET_NAME, fleetName, given);
    put(InitOption.DOMAIN, domain, given);
    put(InitOption.CONTACT_EMAIL, contactEmail, given);
    put(InitOption.CLUSTER_NAME, clusterName, given);
    put(InitOption.REGION, region, given);
    put(InitOption.REPOSITORY, repository, given);
    put(InitOption.BRANCH, branch, given);
    put(InitOption.SYNC, sync, given);
    put(InitOption.CI, ci, given);
    put(InitOption.PLUGIN_REPOSITORY, pluginRepository, given);
    return new Init(new InitOptions(given, dryRun));
  }

  private static void put(
      InitOption option, @Nullable String value, Map<InitOption, String> given) {
    if (value != null) {
      given.put(option, value);
    }
  }
}
