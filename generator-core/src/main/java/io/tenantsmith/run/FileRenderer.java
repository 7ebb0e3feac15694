package io.tenantsmith.run;

import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TenantState;
import io.tenantsmith.patch.Patching;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ArtifactSet;
import io.tenantsmith.render.kit.StrictFields;
import java.util.List;

/** Renders the files of one tenant. Keeps nothing between two tenants. */
final class FileRenderer {

  private final Contributors contributors;
  private final Patching patching = new Patching(new StrictFields()::problems);

  FileRenderer(Contributors contributors) {
    this.contributors = contributors;
  }

  TenantFiles render(ResolvedTenant tenant, Fleet fleet) {
    ArtifactSet set = in(tenant.state(), tenant, fleet);
    List<Artifact> artifacts = set.artifacts();
    Patching.Patched patched =
        patching.of(tenant, artifacts, () -> in(TenantState.ACTIVE, tenant, fleet).artifacts());
    return new TenantFiles(tenant, artifacts, patched, set.reads());
  }

  private ArtifactSet in(TenantState state, ResolvedTenant tenant, Fleet fleet) {
    ArtifactSet set = new ArtifactSet();
    contributors.ofTenant(state).forEach(c -> set.add(c, tenant, fleet));
    return set;
  }
}
