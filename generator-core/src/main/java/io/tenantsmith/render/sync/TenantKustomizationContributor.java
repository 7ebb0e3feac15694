package io.tenantsmith.render.sync;

import io.tenantsmith.lifecycle.StateForm;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Patch;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.patch.StatePatches;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.Layout;
import io.tenantsmith.render.TenantContributor;
import java.util.List;

/**
 * Renders a tenant's kustomization.yaml; comes last, since it lists all others, and those of the
 * tenant's patches that reach what they rendered.
 */
public final class TenantKustomizationContributor implements TenantContributor {

  private final StateForm form;

  /** A contributor of one form; all patches stand in the open one. */
  public TenantKustomizationContributor(StateForm form) {
    this.form = form;
  }

  @Override
  public List<Artifact> contribute(ResolvedTenant tenant, Fleet fleet, List<Artifact> siblings) {
    RelativePath folder = Layout.tenant(tenant);
    List<Patch> patches =
        StatePatches.of(tenant, form, siblings).applied().stream().map(Sourced::value).toList();
    return List.of(
        new Kustomization(folder, tenant.file(), Kustomization.resources(folder, siblings), patches)
            .artifact());
  }
}
