package io.tenantsmith.run;

import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.Workspace;
import io.tenantsmith.output.OwnershipIndex;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.tier.Expansion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Renders one tenant of inputs that differ a little from a fleet's, as questions about causes need
 * it: nobody judges them, and no other tenant is expanded or rendered.
 */
public final class OneTenant {

  private final Contributors contributors;
  private final FileRenderer files;
  private final FirstBackups backups;
  private final Map<String, List<HostName>> brands = new HashMap<>();
  private final List<ResolvedTenant> tenants;

  /**
   * Renders tenants that follow what is published.
   *
   * @param tenants all of the fleet; nobody removes a login page that another one has
   */
  public OneTenant(
      OwnershipIndex published, List<ResolvedTenant> tenants, Contributors contributors) {
    this.contributors = contributors;
    this.files = new FileRenderer(contributors, Artifact.Extent.OBJECTS);
    this.backups = new FirstBackups(published);
    this.tenants = List.copyOf(tenants);
    for (PublishedTenant tenant : published.tenants()) {
      brands.put(tenant.id().value(), tenant.remembered().brands());
    }
  }

  /** Who renders. */
  public Contributors contributors() {
    return contributors;
  }

  /** The tenant with every value settled; empty if its inputs do not say enough. */
  public Optional<ResolvedTenant> settled(Workspace workspace, Tenant tenant) {
    Fleet fleet = workspace.fleet();
    if (fleet == null) {
      return Optional.empty();
    }
    Expansion expansion = new Expansion(workspace);
    EffectiveTenant effective = expansion.effective(tenant);
    return expansion.isSettled(effective)
        ? Optional.of(retiring(fleet, expansion.settle(effective)))
        : Optional.empty();
  }

  /** The files of a settled tenant. */
  public TenantFiles render(ResolvedTenant tenant, Fleet fleet) {
    return backups.render(tenant, each -> files.render(each, fleet), TenantFiles::firstBackup);
  }

  private ResolvedTenant retiring(Fleet fleet, ResolvedTenant tenant) {
    List<HostName> published = brands.getOrDefault(tenant.id().value(), List.of());
    if (published.isEmpty()) {
      return tenant;
    }
    List<ResolvedTenant> all = new ArrayList<>(tenants);
    all.removeIf(other -> other.id().equals(tenant.id()));
    all.add(tenant);
    return new RetiredLogins(fleet, all).retiring(tenant, published);
  }
}
