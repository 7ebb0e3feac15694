package io.tenantsmith.render.quota;

import io.tenantsmith.lifecycle.StateForm;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.OpenObjects;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.render.kit.TenantNames;
import io.tenantsmith.render.kit.TenantScope;
import io.tenantsmith.template.NamedValues;
import io.tenantsmith.template.ObjectTemplate;
import java.util.List;
import java.util.SortedMap;

/**
 * Renders quota.yaml: how much a tenant's namespace may take. It is computed from the objects that
 * the siblings rendered, so it comes after all of them; of a tenant that is not active, also from
 * those that it would have, since Flux tries every object of a commit against the quota as it is:
 * one that had shrunk would keep the tenant from coming back. The larger counts, since an export
 * may need more than a small site.
 */
public final class QuotaContributor implements TenantContributor {

  private static final NamedValues<Source> VALUES =
      NamedValues.<Source>builder()
          .including(Source::scope, TenantNames.VALUES)
          .form("whole", source -> source.form().isWhole())
          .value("hard", Source::hard)
          .condition("limitsContainers", source -> source.unlimited().limitsContainers())
          .value("largestContainer", source -> source.amounts().largestContainer())
          .build();
  private static final ObjectTemplate<Source> QUOTA =
      ObjectTemplate.beside(QuotaContributor.class, "quota.yaml", VALUES);

  private final StateForm form;
  private final OpenObjects open;

  /** A contributor of one form. Kept, no pod is admitted. */
  public QuotaContributor(StateForm form, OpenObjects open) {
    this.form = form;
    this.open = open;
  }

  @Override
  public List<Artifact> contribute(ResolvedTenant tenant, Fleet fleet, List<Artifact> siblings) {
    TenantScope scope = new TenantScope(tenant, fleet);
    Demand demand = form == StateForm.OPEN ? new Demand(siblings) : new Demand(siblings, open);
    return List.of(scope.file("quota.yaml", QUOTA.render(new Source(scope, form, demand))));
  }

  /** A tenant, in which form it is rendered, and what it needs. */
  private record Source(TenantScope scope, StateForm form, Demand demand) {

    SortedMap<String, String> hard() {
      return form.isWhole() ? amounts().hard() : amounts().atRest();
    }

    Unlimited unlimited() {
      return Unlimited.of(scope.tenant());
    }

    QuotaAmounts amounts() {
      return new QuotaAmounts(
          demand.of(scope), unlimited(), scope.tenant().cluster().storageClasses());
    }
  }
}
