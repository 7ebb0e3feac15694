package io.tenantsmith.render.site;

import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.StableHash;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.render.kit.TenantNames;
import io.tenantsmith.render.kit.TenantScope;
import io.tenantsmith.template.NamedValues;
import io.tenantsmith.template.ObjectTemplate;
import java.util.List;

/**
 * Renders cron.yaml: that the platform's runner is to ask the site every five minutes, and when.
 */
public final class SiteCronContributor implements TenantContributor {

  private static final NamedValues<TenantScope> VALUES =
      NamedValues.<TenantScope>builder()
          .including(TenantNames.VALUES)
          .value("line", SiteCronContributor::line)
          .build();
  private static final ObjectTemplate<TenantScope> CRON =
      ObjectTemplate.beside(SiteCronContributor.class, "cron.yaml", VALUES);

  @Override
  public List<Artifact> contribute(ResolvedTenant tenant, Fleet fleet, List<Artifact> siblings) {
    TenantScope scope = new TenantScope(tenant, fleet);
    return List.of(scope.file("cron.yaml", CRON.render(scope)));
  }

  /** Spread over the five minutes, and the same in each run. */
  private static String line(TenantScope scope) {
    ResolvedTenant tenant = scope.tenant();
    return minute(tenant) + " " + tenant.namespace() + " " + tenant.hosts().canonical() + "\n";
  }

  /** The minute of a tenant, of the five. */
  public static long minute(ResolvedTenant tenant) {
    return StableHash.of(tenant.id()) % 5;
  }
}
