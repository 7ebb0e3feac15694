package io.tenantsmith.engine;

import io.tenantsmith.render.KindInUse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Of which kinds the tenants of each cluster have objects, folded over all of them. */
final class KindsInUse {

  private final Map<String, SortedSet<KindInUse>> byCluster = new TreeMap<>();

  void add(String cluster, Collection<KindInUse> kinds) {
    byCluster.computeIfAbsent(cluster, name -> new TreeSet<>()).addAll(kinds);
  }

  List<KindInUse> of(String cluster) {
    return List.copyOf(byCluster.getOrDefault(cluster, new TreeSet<>()));
  }
}
