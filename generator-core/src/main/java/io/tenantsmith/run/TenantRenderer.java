package io.tenantsmith.run;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.demand.PeakDemand;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.inspection.Inspection;
import io.tenantsmith.lifecycle.Footprint;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Requests;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TenantState;
import io.tenantsmith.patch.Patching;
import io.tenantsmith.render.Artifact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Stage 6: renders one tenant and inspects the result. Keeps nothing between two tenants, so that
 * their order, and whether others are rendered at all, has no effect.
 */
final class TenantRenderer {

  private final Fleet fleet;
  private final Contributors contributors;
  private final Inspection inspection;
  private final FileRenderer files;

  /**
   * A renderer for a fleet.
   *
   * @param tenants all tenants, since none may name another
   */
  TenantRenderer(Fleet fleet, Collection<ResolvedTenant> tenants, Contributors contributors) {
    this(fleet, tenants, contributors, Artifact.Extent.WHOLE);
  }

  /** The same of artifacts that are made to that extent. */
  TenantRenderer(
      Fleet fleet,
      Collection<ResolvedTenant> tenants,
      Contributors contributors,
      Artifact.Extent extent) {
    this.fleet = fleet;
    this.contributors = contributors;
    this.files = new FileRenderer(contributors, extent);
    this.inspection = new Inspection(fleet, tenants);
  }

  RenderedTenant render(ResolvedTenant tenant) {
    return inspected(files(tenant));
  }

  /** Its files alone, which takes half as long. */
  TenantFiles files(ResolvedTenant tenant) {
    return files.render(tenant, fleet);
  }

  /** The same; what is known of another state of the tenant is not rendered again. */
  TenantFiles files(ResolvedTenant tenant, TenantFiles known) {
    return files.render(tenant, fleet, known.knownIn(tenant, fleet));
  }

  /** The same, inspected. */
  RenderedTenant inspected(TenantFiles made) {
    ResolvedTenant tenant = made.tenant();
    return new RenderedTenant(
        tenant,
        made.artifacts(),
        made.patched(),
        made.reads(),
        inspected(tenant, made.artifacts(), made.patched()));
  }

  private Inspection.Inspected inspected(
      ResolvedTenant tenant, List<Artifact> artifacts, Patching.Patched patched) {
    Inspection.Inspected arrived = inspection.inspected(tenant, patched.artifacts());
    if (tenant.state() == TenantState.ACTIVE && !Patching.concerns(tenant)) {
      return arrived;
    }
    List<Diagnostic> findings = new ArrayList<>(patched.diagnostics());
    findings.addAll(arrived.diagnostics());
    return new Inspection.Inspected(findings, requests(tenant, artifacts));
  }

  /** What is held for a tenant, counted without its patches. */
  Requests requests(ResolvedTenant tenant, List<Artifact> artifacts) {
    List<Artifact> counted =
        tenant.state() == TenantState.ACTIVE ? artifacts : contributors.open(tenant, fleet);
    List<ObjectValues> objects =
        counted.stream().flatMap(a -> a.objects().stream()).map(ObjectValues::of).toList();
    Requests requests = PeakDemand.of(tenant.namespace(), objects).requests();
    return Footprint.of(tenant.state()).of(requests);
  }
}
