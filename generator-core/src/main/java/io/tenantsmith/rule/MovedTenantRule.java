package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.Workspace;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A published tenant stays on its cluster: its data does not move by itself. */
final class MovedTenantRule implements Rule {

  @Override
  public void judge(Resolution resolution, Consumer<Diagnostic> report) {
    Workspace workspace = resolution.workspace();
    if (workspace.fleet() == null) {
      return;
    }
    Map<String, PublishedTenant> before = new HashMap<>();
    workspace.published().tenants().forEach(tenant -> before.put(tenant.id().value(), tenant));
    for (Tenant tenant : workspace.tenants()) {
      Optional.ofNullable(before.get(tenant.fileStem()))
          .filter(published -> !published.cluster().equals(workspace.clusterOf(tenant)))
          .ifPresent(published -> report.accept(moved(tenant, published)));
    }
  }

  private static Diagnostic moved(Tenant tenant, PublishedTenant published) {
    Sourced<String> stated = tenant.placement().cluster();
    return Diagnostic.error(
            Code.LIF103,
            stated == null ? SourceRange.ofFile(tenant.file()) : stated.range(),
            "the tenant is published on cluster " + Quoted.quote(published.cluster()))
        .withHint(
            "keep it there: its volumes do not move; for another cluster add a tenant of another id"
                + " there, and read this one's export into it");
  }
}
