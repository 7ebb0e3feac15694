package io.tenantsmith.render.sync;

import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Patch;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.Layout;
import io.tenantsmith.render.TenantContributor;
import java.util.List;

/** Brings a tenant's kustomization.yaml; comes last, since it lists all others. */
public final class TenantKustomizationContributor implements TenantContributor {

  @Override
  public List<Artifact> contribute(ResolvedTenant tenant, Fleet fleet, List<Artifact> siblings) {
    RelativePath folder = Layout.tenant(tenant);
    List<Sourced<Patch>> patches =
        tenant.settings().find(TenantKeys.PATCHES).map(Setting::value).orElse(List.of());
    return List.of(
        new Kustomization(folder, tenant.file(), ResourceList.of(folder, siblings), plain(patches))
            .artifact());
  }

  private static List<Patch> plain(List<Sourced<Patch>> patches) {
    return patches.stream().map(Sourced::value).toList();
  }
}
