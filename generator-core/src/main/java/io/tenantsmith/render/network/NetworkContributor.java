package io.tenantsmith.render.network;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.Labels;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.render.kit.ObjectTree;
import io.tenantsmith.render.kit.TenantScope;
import java.util.ArrayList;
import java.util.List;

/** Brings network.yaml: a floor that forbids all, then one small policy for each kind of pod. */
public final class NetworkContributor implements TenantContributor {

  private static final int WAVE = -1;
  private static final String IN = "Ingress";
  private static final String OUT = "Egress";

  private final ObjectTree trees = new ObjectTree();

  @Override
  public List<Artifact> contribute(ResolvedTenant tenant, Fleet fleet, List<Artifact> siblings) {
    TenantScope scope = new TenantScope(tenant, fleet);
    List<HasMetadata> objects = new ArrayList<>();
    objects.add(floor(scope));
    objects.add(names(scope));
    for (PodPolicy policy : new TenantPolicies(tenant, fleet).all()) {
      objects.add(policy.object(metadata(scope), IN, OUT));
    }
    return List.of(scope.file("network.yaml", trees.of(objects)));
  }

  private static NetworkPolicy floor(TenantScope scope) {
    return new PodPolicy("default-deny", new LabelSelector()).object(metadata(scope), IN, OUT);
  }

  private static NetworkPolicy names(TenantScope scope) {
    return new PodPolicy("allow-dns", new LabelSelector())
        .to(
            List.of(PodKind.DNS.in("kube-system")),
            List.of(PodPolicy.port("UDP", 53), PodPolicy.port("TCP", 53)))
        .object(metadata(scope), OUT);
  }

  private static ObjectMeta metadata(TenantScope scope) {
    ObjectMeta metadata = scope.metadata("");
    metadata.setAnnotations(Labels.wave(WAVE));
    return metadata;
  }
}
