package io.tenantsmith.run;

import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TenantState;
import io.tenantsmith.patch.Patching;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ArtifactSet;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.render.kit.StrictFields;
import java.util.List;

/** Renders the files of one tenant. Keeps nothing between two tenants. */
final class FileRenderer {

  private final Contributors contributors;
  private final Artifact.Extent extent;
  private final Patching patching = new Patching(new StrictFields()::problems);

  FileRenderer(Contributors contributors, Artifact.Extent extent) {
    this.contributors = contributors;
    this.extent = extent;
  }

  TenantFiles render(ResolvedTenant tenant, Fleet fleet) {
    return render(tenant, fleet, TenantFiles.Known.NOTHING);
  }

  /** The same; what is known of another state of the tenant is not rendered again. */
  TenantFiles render(ResolvedTenant tenant, Fleet fleet, TenantFiles.Known known) {
    ArtifactSet set = in(tenant.state(), tenant, fleet, known);
    List<Artifact> artifacts = set.artifacts();
    Patching.Patched patched =
        patching.of(
            tenant,
            artifacts,
            () -> in(TenantState.ACTIVE, tenant, fleet, TenantFiles.Known.NOTHING).artifacts());
    return new TenantFiles(
        tenant, artifacts, patched, new TenantFiles.Making(fleet, set.parts(), set.reads()));
  }

  private ArtifactSet in(
      TenantState state, ResolvedTenant tenant, Fleet fleet, TenantFiles.Known known) {
    ArtifactSet set = new ArtifactSet(extent);
    for (TenantContributor contributor : contributors.ofTenant(state)) {
      known.by(contributor).ifPresentOrElse(set::take, () -> set.add(contributor, tenant, fleet));
    }
    return set;
  }
}
