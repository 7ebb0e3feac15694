package io.tenantsmith.engine;

import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TenantId;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.KindInUse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Remembers of which kinds the tenants of each cluster have objects. */
final class TenantKinds {

  private final String pattern;
  private final Set<TenantId> seen = new HashSet<>();
  private final Map<String, SortedSet<KindInUse>> byCluster = new TreeMap<>();

  TenantKinds(Fleet fleet) {
    pattern = fleet.namespacePrefix().value() + "*";
  }

  void add(ResolvedTenant tenant, List<Artifact> artifacts) {
    seen.add(tenant.id());
    SortedSet<KindInUse> kinds =
        byCluster.computeIfAbsent(tenant.cluster().name().value(), name -> new TreeSet<>());
    for (Artifact artifact : artifacts) {
      artifact
          .objects()
          .forEach(
              object ->
                  kinds.add(KindInUse.of(object.ref()).generalised(tenant.namespace(), pattern)));
    }
  }

  boolean knows(ResolvedTenant tenant) {
    return seen.contains(tenant.id());
  }

  List<KindInUse> of(String cluster) {
    return List.copyOf(byCluster.getOrDefault(cluster, new TreeSet<>()));
  }
}
