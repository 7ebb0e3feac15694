package io.tenantsmith.render.quota;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.demand.PeakDemand;
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
          .condition("whole", source -> source.form().isWhole())
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
    List<List<Artifact>> counted =
        form == StateForm.OPEN ? List.of(siblings) : List.of(open.of(tenant, fleet), siblings);
    PeakDemand peak =
        counted.stream()
            .map(artifacts -> peak(tenant, artifacts))
            .reduce(PeakDemand::orLarger)
            .orElseThrow();
    TenantScope scope = new TenantScope(tenant, fleet);
    Source source = new Source(scope, form, counted, peak);
    return List.of(scope.file("quota.yaml", QUOTA.render(source)));
  }

  private static PeakDemand peak(ResolvedTenant tenant, List<Artifact> artifacts) {
    List<ObjectValues> objects =
        artifacts.stream().flatMap(a -> a.objects().stream()).map(ObjectValues::of).toList();
    return PeakDemand.of(tenant.namespace(), objects);
  }

  /**
   * A tenant and what it needs.
   *
   * @param counted the artifacts that need it, or others that do; asking for the demand is noted as
   *     reading what they are made of
   */
  private record Source(
      TenantScope scope, StateForm form, List<List<Artifact>> counted, PeakDemand peak) {

    SortedMap<String, String> hard() {
      return form.isWhole() ? amounts().hard() : amounts().atRest();
    }

    PeakDemand demand() {
      int artifacts = counted.stream().mapToInt(List::size).sum();
      return artifacts == 0 ? PeakDemand.of("", List.of()) : peak;
    }

    Unlimited unlimited() {
      return Unlimited.of(scope.tenant());
    }

    QuotaAmounts amounts() {
      return new QuotaAmounts(demand(), unlimited(), scope.tenant().cluster().storageClasses());
    }
  }
}
