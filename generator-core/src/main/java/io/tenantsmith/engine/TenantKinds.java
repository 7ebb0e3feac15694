package io.tenantsmith.engine;

import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Reads;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TenantId;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ArtifactSet;
import io.tenantsmith.render.KindInUse;
import java.util.ArrayList;
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
  private final Map<String, List<Reads>> reads = new TreeMap<>();

  TenantKinds(Fleet fleet) {
    pattern = fleet.namespacePrefix().value() + "*";
  }

  void add(ResolvedTenant tenant, ArtifactSet rendered) {
    seen.add(tenant.id());
    String cluster = tenant.cluster().name().value();
    reads.computeIfAbsent(cluster, name -> new ArrayList<>()).add(rendered.reads());
    SortedSet<KindInUse> kinds = byCluster.computeIfAbsent(cluster, name -> new TreeSet<>());
    for (Artifact artifact : rendered.artifacts()) {
      artifact
          .objects()
          .forEach(
              object ->
                  kinds.add(KindInUse.of(object.ref()).generalised(tenant.namespace(), pattern)));
    }
  }

  /** What was read of a cluster's tenants to render them. */
  Reads readsOf(String cluster) {
    return Reads.together(reads.getOrDefault(cluster, List.of()));
  }

  boolean knows(ResolvedTenant tenant) {
    return seen.contains(tenant.id());
  }

  List<KindInUse> of(String cluster) {
    return List.copyOf(byCluster.getOrDefault(cluster, new TreeSet<>()));
  }
}
