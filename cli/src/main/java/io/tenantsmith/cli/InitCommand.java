package io.tenantsmith.cli;

import io.tenantsmith.engine.InitOption;
import io.tenantsmith.engine.InitOptions;
import io.tenantsmith.engine.command.Command;
import io.tenantsmith.engine.command.Init;
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
    return new Init(
        InitOptions.of(dryRun)
            .with(InitOption.FLEET_NAME, fleetName)
            .with(InitOption.DOMAIN, domain)
            .with(InitOption.CONTACT_EMAIL, contactEmail)
            .with(InitOption.CLUSTER_NAME, clusterName)
            .with(InitOption.REGION, region)
            .with(InitOption.REPOSITORY, repository)
            .with(InitOption.BRANCH, branch)
            .with(InitOption.SYNC, sync)
            .with(InitOption.CI, ci)
            .with(InitOption.PLUGIN_REPOSITORY, pluginRepository));
  }
}
