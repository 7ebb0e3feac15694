package io.tenantsmith.maven;

import io.tenantsmith.engine.FleetPaths;
import io.tenantsmith.engine.InitOption;
import io.tenantsmith.engine.InitOptions;
import io.tenantsmith.engine.Questions;
import io.tenantsmith.engine.command.Command;
import io.tenantsmith.engine.command.Init;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Writes the files of a new fleet into a folder without one; what is there stays as it is. What is
 * not given is asked for on a terminal, unless Maven runs with {@code -B}.
 */
@Mojo(name = "init", requiresProject = false, threadSafe = true)
public final class InitMojo extends FolderMojo {

  /** Name of the fleet; by default the folder's. */
  @Parameter(property = "tenantsmith.fleetName")
  private @Nullable String fleetName;

  /** Tenants get {@code <tenant_id>.<domain>}; best a domain of its own. */
  @Parameter(property = "tenantsmith.domain")
  private @Nullable String domain;

  /** Mail address of whoever runs the platform. */
  @Parameter(property = "tenantsmith.contactEmail")
  private @Nullable String contactEmail;

  /** Name of the first cluster; by default prod-1. */
  @Parameter(property = "tenantsmith.clusterName")
  private @Nullable String clusterName;

  /** Region of that cluster; by default eu-central-1. */
  @Parameter(property = "tenantsmith.region")
  private @Nullable String region;

  /** GitOps repository: https, ssh or a path; by default gitops.git in the folder. */
  @Parameter(property = "tenantsmith.repository")
  private @Nullable String repository;

  /** Branch of that repository; by default environment/ and the environment. */
  @Parameter(property = "tenantsmith.branch")
  private @Nullable String branch;

  /** What syncs the cluster: flux, argocd, both or none; by default flux where it could read. */
  @Parameter(property = "tenantsmith.sync")
  private @Nullable String sync;

  /** Pipelines to write, for instance github,gitlab,jenkins (the default), or none. */
  @Parameter(property = "tenantsmith.ci")
  private @Nullable String ci;

  /** Maven repository that has this plugin; by default the usual ones. */
  @Parameter(property = "tenantsmith.pluginRepository")
  private @Nullable String pluginRepository;

  /** Lists the files and writes none. */
  @Parameter(property = "tenantsmith.dryRun", defaultValue = "false")
  private boolean dryRun;

  @Parameter(defaultValue = "${settings}", readonly = true)
  private @Nullable Settings settings;

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

  @Override
  Questions questions() {
    return settings == null || !settings.isInteractiveMode()
        ? Questions.NONE
        : TerminalQuestions.ofThisProcess(FleetPaths.of(request()));
  }
}
