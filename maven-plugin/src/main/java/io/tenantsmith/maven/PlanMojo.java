package io.tenantsmith.maven;

import io.tenantsmith.engine.PlanOptions;
import io.tenantsmith.engine.command.Command;
import io.tenantsmith.engine.command.Plan;
import io.tenantsmith.surroundings.Surroundings;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Says what the inputs would change: for whom, because of which line of which file, and how
 * dangerous it is. Writes nothing but the files that {@code write} names.
 */
@Mojo(name = "plan", requiresProject = false, threadSafe = true)
public final class PlanMojo extends FleetMojo {

  /**
   * What to compare with: published, output, or a commit of the inputs such as origin/main. Without
   * it published where that can be read, else output.
   */
  @Parameter(property = "tenantsmith.base")
  private @Nullable String base;

  /** The GitOps repository of what is published; fleet.yaml states the default. */
  @Parameter(property = "tenantsmith.repository")
  private @Nullable String repository;

  /** The branch of what is published; fleet.yaml states the default. */
  @Parameter(property = "tenantsmith.branch")
  private @Nullable String branch;

  /** How the plan is shown: text (default), markdown, json or html. */
  @Parameter(property = "tenantsmith.form", defaultValue = "text")
  private String form = "text";

  /**
   * Files to which the plan is written, too, relative to the fleet's root; each ending says how:
   * .txt, .md, .json or .html.
   */
  @Parameter(
      property = "tenantsmith.write",
      defaultValue =
          "target/tenantsmith/plan.md,target/tenantsmith/plan.json,target/tenantsmith/plan.html")
  private @Nullable List<String> write;

  /** Whether to show the fields of each group of tenants, too. */
  @Parameter(property = "tenantsmith.detail", defaultValue = "false")
  private boolean detail;

  /** Whether to show every object and field. */
  @Parameter(property = "tenantsmith.full", defaultValue = "false")
  private boolean full;

  /** Whether the build fails if there are changes. */
  @Parameter(property = "tenantsmith.detailedExitcode", defaultValue = "false")
  private boolean detailedExitcode;

  /**
   * Id of the {@code <server>} in settings.xml with user name and password of the GitOps
   * repository, or with privateKey and passphrase for ssh; without it the environment variables
   * TENANTSMITH_GIT_USERNAME, TENANTSMITH_GIT_PASSWORD, TENANTSMITH_SSH_KEY and
   * TENANTSMITH_SSH_PASSPHRASE are used.
   */
  @Parameter(property = "tenantsmith.server")
  private @Nullable String server;

  @Parameter(defaultValue = "${settings}", readonly = true)
  private @Nullable Settings settings;

  private final SettingsDecrypter decrypter;

  /** Takes Maven's decrypter of passwords. */
  @Inject
  public PlanMojo(SettingsDecrypter decrypter) {
    this.decrypter = decrypter;
  }

  @Override
  Command command() {
    return new Plan(
        new PlanOptions(
            new PlanOptions.Against(base, repository, branch),
            new PlanOptions.View(form, PlanOptions.Depth.of(detail, full)),
            write == null ? List.of() : write,
            detailedExitcode));
  }

  @Override
  Surroundings surroundings() throws MojoExecutionException {
    return settings == null
        ? super.surroundings()
        : SettingsSurroundings.of(super.surroundings(), settings, decrypter, server);
  }
}
