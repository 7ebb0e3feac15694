package io.tenantsmith.cli;

import io.tenantsmith.engine.NewTenant;
import io.tenantsmith.engine.TenantField;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The options that state a new tenant. */
final class TenantOptions {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ID",
      description = "Its id; also the name of the file.")
  private @Nullable String first;

  @Option(names = "--id", paramLabel = "ID", description = "Another way to give the id.")
  private @Nullable String id;

  @Option(names = "--display-name", paramLabel = "NAME", description = "What people call it.")
  private @Nullable String displayName;

  @Option(
      names = "--admin-email",
      paramLabel = "MAIL",
      description = "Address of the site's first administrator.")
  private @Nullable String adminEmail;

  @Option(
      names = "--admin-user",
      paramLabel = "LOGIN",
      description = "Login of that administrator. Default: <id>-admin.")
  private @Nullable String adminUser;

  @Option(names = "--tier", paramLabel = "NAME", description = "A file of tiers/.")
  private @Nullable String tier;

  @Option(names = "--template", paramLabel = "NAME", description = "A file of tiers/templates/.")
  private @Nullable String template;

  @Option(
      names = "--cluster",
      paramLabel = "NAME",
      description = "A cluster of fleet.yaml. Default: the least loaded.")
  private @Nullable String cluster;

  @Option(names = "--region", paramLabel = "NAME", description = "Where its data must stay.")
  private @Nullable String region;

  @Option(
      names = "--ring",
      paramLabel = "NAME",
      description = "How early it gets a change of its tier: canary, early or broad.")
  private @Nullable String ring;

  @Option(
      names = "--domain",
      paramLabel = "HOST",
      description = "A host of its own; may be repeated, the canonical one first.")
  private List<String> domain = List.of();

  /** What is stated. */
  NewTenant stated(CommandSpec spec) {
    if (first != null && id != null) {
      throw new ParameterException(spec.commandLine(), "the id is given twice");
    }
    return NewTenant.EMPTY
        .with(TenantField.TENANT_ID, id == null ? first : id)
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
