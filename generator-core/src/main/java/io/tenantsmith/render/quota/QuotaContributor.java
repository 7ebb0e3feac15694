package io.tenantsmith.render.quota;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.demand.PeakDemand;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.render.kit.TenantNames;
import io.tenantsmith.render.kit.TenantScope;
import io.tenantsmith.template.NamedValues;
import io.tenantsmith.template.ObjectTemplate;
import java.util.List;

/**
 * Renders quota.yaml: how much a tenant's namespace may take. It is computed from the objects that
 * the siblings rendered, so it comes after all of them.
 */
public final class QuotaContributor implements TenantContributor {

  private static final NamedValues<Source> VALUES =
      NamedValues.<Source>builder()
          .including(Source::scope, TenantNames.VALUES)
          .value("hard", source -> source.amounts().hard())
          .condition("limitsContainers", source -> source.unlimited().limitsContainers())
          .value("largestContainer", source -> source.amounts().largestContainer())
          .build();
  private static final ObjectTemplate<Source> QUOTA =
      ObjectTemplate.beside(QuotaContributor.class, "quota.yaml", VALUES);

  @Override
  public List<Artifact> contribute(ResolvedTenant tenant, Fleet fleet, List<Artifact> siblings) {
    List<ObjectValues> objects =
        siblings.stream().flatMap(s -> s.objects().stream()).map(ObjectValues::of).toList();
    TenantScope scope = new TenantScope(tenant, fleet);
    Source source = new Source(scope, siblings, PeakDemand.of(tenant.namespace(), objects));
    return List.of(scope.file("quota.yaml", QUOTA.render(source)));
  }

  /**
   * A tenant and what it needs.
   *
   * @param siblings the artifacts that need it; asking for the demand is noted as reading what they
   *     are made of
   */
  private record Source(TenantScope scope, List<Artifact> siblings, PeakDemand peak) {

    PeakDemand demand() {
      return siblings.isEmpty() ? PeakDemand.of("", List.of()) : peak;
    }

    Unlimited unlimited() {
      return Unlimited.of(scope.tenant());
    }

    QuotaAmounts amounts() {
      return new QuotaAmounts(demand(), unlimited(), scope.tenant().cluster().storageClasses());
    }
  }
}
