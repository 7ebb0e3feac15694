package io.tenantsmith.render.quota;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaSpec;
import io.fabric8.kubernetes.api.model.ScopeSelector;
import io.fabric8.kubernetes.api.model.ScopedResourceSelectorRequirement;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.Labels;
import io.tenantsmith.render.Manifest;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.render.kit.Metadata;
import io.tenantsmith.render.kit.ObjectTree;
import io.tenantsmith.yaml.YamlWriter;
import java.util.List;
import java.util.Map;

/**
 * Brings quota.yaml: how much a tenant's namespace may take. Computed from what the siblings need,
 * never typed in, so it comes after all of them.
 */
public final class QuotaContributor implements TenantContributor {

  private static final int WAVE = -1;

  private final ObjectTree trees = new ObjectTree();

  @Override
  public List<Artifact> contribute(ResolvedTenant tenant, Fleet fleet, List<Artifact> siblings) {
    Need need = Need.of(siblings);
    List<HasMetadata> objects =
        List.of(
            quota("tenant-quota", amounts(need, tenant), tenant, fleet),
            quota("tenant-quota-no-system-priority", noSystemPriority(), tenant, fleet),
            limits(new ContainerLimits(need, Unlimited.of(tenant)), tenant, fleet));
    Manifest manifest = Manifest.ofTenant(tenant, "quota.yaml", trees.of(objects));
    return List.of(manifest.written(YamlWriter::write));
  }

  private static ResourceQuotaSpec amounts(Need need, ResolvedTenant tenant) {
    ResourceQuotaSpec spec = new ResourceQuotaSpec();
    spec.setHard(
        new QuotaAmounts(need, Unlimited.of(tenant), tenant.cluster().storageClasses()).hard());
    return spec;
  }

  /** A tenant's pod in a system priority class would push other tenants' pods off their nodes. */
  private static ResourceQuotaSpec noSystemPriority() {
    ResourceQuotaSpec spec = new ResourceQuotaSpec();
    spec.setHard(Map.of("pods", new Quantity("0")));
    spec.setScopeSelector(
        new ScopeSelector(
            List.of(
                new ScopedResourceSelectorRequirement(
                    "In",
                    "PriorityClass",
                    List.of("system-cluster-critical", "system-node-critical")))));
    return spec;
  }

  private static ResourceQuota quota(
      String name, ResourceQuotaSpec spec, ResolvedTenant tenant, Fleet fleet) {
    ResourceQuota quota = new ResourceQuota();
    quota.setMetadata(metadata(name, tenant, fleet));
    quota.setSpec(spec);
    return quota;
  }

  private static LimitRange limits(ContainerLimits limits, ResolvedTenant tenant, Fleet fleet) {
    LimitRange range = new LimitRange();
    range.setMetadata(metadata("tenant-limits", tenant, fleet));
    range.setSpec(limits.spec());
    return range;
  }

  private static ObjectMeta metadata(String name, ResolvedTenant tenant, Fleet fleet) {
    ObjectMeta metadata = Metadata.of(name, Labels.labels(fleet, tenant), Labels.wave(WAVE));
    metadata.setNamespace(tenant.namespace());
    return metadata;
  }
}
