package io.tenantsmith.run;

import io.tenantsmith.model.Reads;
import io.tenantsmith.output.RenderedFacts;
import io.tenantsmith.render.KindInUse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Of which kinds the tenants of each cluster have objects, folded over all of them. */
final class KindsInUse {

  private final String ownNamespaces;
  private final Map<String, SortedSet<KindInUse>> byCluster = new TreeMap<>();

  private final Map<String, List<Reads>> reads = new TreeMap<>();

  /**
   * No kinds so far.
   *
   * @param ownNamespaces pattern that tenants' own namespaces have in common
   */
  KindsInUse(String ownNamespaces) {
    this.ownNamespaces = ownNamespaces;
  }

  /** Adds those of a tenant, with what was read to render it. */
  void add(String cluster, Collection<KindInUse> kinds, Reads behind) {
    reads.computeIfAbsent(cluster, name -> new ArrayList<>()).add(behind);
    byCluster.computeIfAbsent(cluster, name -> new TreeSet<>()).addAll(named(kinds));
  }

  private List<KindInUse> named(Collection<KindInUse> kinds) {
    return kinds.stream().map(kind -> kind.generalised(RenderedFacts.OWN, ownNamespaces)).toList();
  }

  /** What was read of a cluster's tenants to render them. */
  Reads readsOf(String cluster) {
    return Reads.together(reads.getOrDefault(cluster, List.of()));
  }

  List<KindInUse> of(String cluster) {
    return List.copyOf(byCluster.getOrDefault(cluster, new TreeSet<>()));
  }
}
