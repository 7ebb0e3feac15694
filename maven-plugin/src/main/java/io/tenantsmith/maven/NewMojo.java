package io.tenantsmith.maven;

import io.tenantsmith.engine.FleetPaths;
import io.tenantsmith.engine.NewTenant;
import io.tenantsmith.engine.Questions;
import io.tenantsmith.engine.TenantField;
import io.tenantsmith.engine.command.Command;
import io.tenantsmith.engine.command.New;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Writes the file of a new tenant, judged together with the fleet before it is written. What every
 * tenant states is asked for on a terminal if it is not given, unless Maven runs with {@code -B}.
 */
@Mojo(name = "new", requiresProject = false, threadSafe = true)
public final class NewMojo extends FleetFilesMojo {

  /** Its id; also the name of the file. */
  @Parameter(property = "tenantsmith.id")
  private @Nullable String id;

  /** What people call it. */
  @Parameter(property = "tenantsmith.displayName")
  private @Nullable String displayName;

  /** Address of the site's first administrator. */
  @Parameter(property = "tenantsmith.adminEmail")
  private @Nullable String adminEmail;

  /** Login of that administrator; the default is made from the id. */
  @Parameter(property = "tenantsmith.adminUser")
  private @Nullable String adminUser;

  /** A file of {@code tiers}. */
  @Parameter(property = "tenantsmith.tier")
  private @Nullable String tier;

  /** A file of {@code tiers/templates}. */
  @Parameter(property = "tenantsmith.template")
  private @Nullable String template;

  /** A cluster of fleet.yaml; the default is the least loaded. */
  @Parameter(property = "tenantsmith.cluster")
  private @Nullable String cluster;

  /** Where its data must stay. */
  @Parameter(property = "tenantsmith.region")
  private @Nullable String region;

  /** How early it gets a change of its tier: canary, early or broad. */
  @Parameter(property = "tenantsmith.ring")
  private @Nullable String ring;

  /** Hosts of its own, the canonical one first; with commas between on the command line. */
  @Parameter(property = "tenantsmith.domain")
  private List<String> domain = List.of();

  /** Shows the file and writes nothing. */
  @Parameter(property = "tenantsmith.dryRun", defaultValue = "false")
  private boolean dryRun;

  @Parameter(defaultValue = "${settings}", readonly = true)
  private @Nullable Settings settings;

  @Override
  Questions questions() {
    return settings == null || !settings.isInteractiveMode()
        ? Questions.NONE
        : TerminalQuestions.ofThisProcess(FleetPaths.of(request()));
  }

  @Override
  Command command() {
    return new New(stated(), dryRun);
  }

  private NewTenant stated() {
    return NewTenant.EMPTY
        .with(TenantField.TENANT_ID, id)
        .with(TenantField.DISPLAY_NAME, displayName)
        .with(TenantField.ADMIN_EMAIL, adminEmail)
        .with(TenantField.ADMIN_USER, adminUser)
        .with(TenantField.TIER, tier)
        .with(TenantField.TEMPLATE, template)
        .with(TenantField.CLUSTER, cluster)
        .with(TenantField.REGION, region)
        .with(TenantField.RING, ring)
        .with(TenantField.CUSTOM_DOMAINS, domain);
  }
}
