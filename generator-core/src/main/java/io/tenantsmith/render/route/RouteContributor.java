package io.tenantsmith.render.route;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.Cpu;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.Demand;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.render.kit.ObjectTree;
import io.tenantsmith.render.kit.TenantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Brings route.yaml: how requests for a tenant's hosts reach its site. */
public final class RouteContributor implements TenantContributor {

  private final ObjectTree trees = new ObjectTree();

  @Override
  public List<Artifact> contribute(ResolvedTenant tenant, Fleet fleet, List<Artifact> siblings) {
    TenantScope scope = new TenantScope(tenant, fleet);
    TenantDomains domains = TenantDomains.of(tenant);
    List<Map<String, Object>> objects = new ArrayList<>();
    domains.certified().forEach(host -> objects.add(HostCertificate.of(host, scope)));
    objects.addAll(trees.of(gatewayObjects(scope, domains)));
    return List.of(scope.file("route.yaml", objects).needing(demand(domains.certified().size())));
  }

  private static List<HasMetadata> gatewayObjects(TenantScope scope, TenantDomains domains) {
    List<HasMetadata> objects = new ArrayList<>();
    if (!domains.certified().isEmpty()) {
      objects.add(DomainListeners.of(domains, scope));
    }
    objects.addAll(new TenantRoutes(scope, domains).all());
    return objects;
  }

  /**
   * While a certificate is issued cert-manager runs a pod with a Service; it keeps the next key in
   * a Secret beside the one in use.
   */
  private static Demand demand(int certificates) {
    if (certificates == 0) {
      return Demand.NONE;
    }
    Demand.Containers solver =
        new Demand.Containers(
            "ACME solver",
            certificates,
            false,
            new Demand.Size(new Cpu(10), Bytes.ofMebi(64)),
            new Demand.Size(new Cpu(100), Bytes.ofMebi(64)));
    return new Demand(List.of(solver), List.of(), certificates, 2 * certificates, 0);
  }
}
