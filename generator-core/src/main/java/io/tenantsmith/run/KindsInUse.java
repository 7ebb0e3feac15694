package io.tenantsmith.run;

import io.tenantsmith.model.Reads;
import io.tenantsmith.output.KindSet;
import io.tenantsmith.render.KindInUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The kinds of objects that the tenants of each cluster have, folded over all tenants. */
final class KindsInUse {

  private final String ownNamespaces;
  private final Map<String, Map<String, KindSet>> byCluster = new TreeMap<>();
  private final Map<String, List<Reads>> reads = new TreeMap<>();

  /**
   * No kinds so far.
   *
   * @param ownNamespaces pattern that tenants' own namespaces have in common
   */
  KindsInUse(String ownNamespaces) {
    this.ownNamespaces = ownNamespaces;
  }

  /** Adds the kinds of a tenant, with what was read to render it. */
  void add(String cluster, KindSet kinds, Reads behind) {
    reads.computeIfAbsent(cluster, name -> new ArrayList<>()).add(behind);
    byCluster.computeIfAbsent(cluster, name -> new TreeMap<>()).put(kinds.name(), kinds);
  }

  /** What was read of a cluster's tenants to render them. */
  Reads readsOf(String cluster) {
    return Reads.together(reads.getOrDefault(cluster, List.of()));
  }

  /** All kinds of a cluster's tenants, sorted; their own namespaces as a pattern. */
  List<KindInUse> of(String cluster) {
    SortedSet<KindInUse> kinds = new TreeSet<>();
    for (KindSet set : byCluster.getOrDefault(cluster, Map.of()).values()) {
      set.kinds().forEach(kind -> kinds.add(kind.generalised(KindSet.OWN, ownNamespaces)));
    }
    return List.copyOf(kinds);
  }
}
