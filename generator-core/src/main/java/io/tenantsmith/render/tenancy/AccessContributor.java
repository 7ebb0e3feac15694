package io.tenantsmith.render.tenancy;

import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.render.kit.TenantNames;
import io.tenantsmith.render.kit.TenantScope;
import io.tenantsmith.template.NamedValues;
import io.tenantsmith.template.ObjectTemplate;
import java.util.List;

/** Renders access.yaml: what the tenant's people may do in its namespace, by their groups. */
public final class AccessContributor implements TenantContributor {

  private static final NamedValues<TenantScope> VALUES =
      NamedValues.<TenantScope>builder()
          .including(TenantNames.VALUES)
          .value("groupsPrefix", scope -> scope.fleet().identity().groupsPrefix())
          .build();
  private static final ObjectTemplate<TenantScope> ACCESS =
      ObjectTemplate.beside(AccessContributor.class, "access.yaml", VALUES);

  @Override
  public List<Artifact> contribute(ResolvedTenant tenant, Fleet fleet, List<Artifact> siblings) {
    TenantScope scope = new TenantScope(tenant, fleet);
    return List.of(scope.file("access.yaml", ACCESS.render(scope)));
  }
}
