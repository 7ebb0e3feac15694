package io.tenantsmith.engine;

import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.ResolvedTenant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A fleet without a mistake: what stage 6 renders.
 *
 * @param tenants all of them, sorted by id
 * @param previous tenants of the current tree
 * @param selection the part that is asked for
 */
record SettledFleet(
    Fleet fleet,
    List<ResolvedTenant> tenants,
    List<PublishedTenant> previous,
    Request.Selection selection) {

  SettledFleet {
    tenants = List.copyOf(tenants);
    previous = List.copyOf(previous);
  }

  boolean isPartial() {
    return selection.onlyTenant().isPresent() || selection.onlyCluster().isPresent();
  }

  List<ResolvedTenant> selected() {
    return tenants.stream().filter(this::isSelected).toList();
  }

  /** Tenants of the clusters that are asked for which are not asked for themselves. */
  List<ResolvedTenant> leftOut() {
    Set<String> clusters =
        selectedClusters().stream().map(c -> c.name().value()).collect(Collectors.toSet());
    return tenants.stream()
        .filter(tenant -> clusters.contains(tenant.cluster().name().value()))
        .filter(tenant -> !isSelected(tenant))
        .toList();
  }

  List<Cluster> selectedClusters() {
    Set<String> touched =
        selected().stream().map(t -> t.cluster().name().value()).collect(Collectors.toSet());
    return fleet.clusters().stream()
        .filter(c -> !isPartial() || touched.contains(c.name().value()) || isNamed(c))
        .toList();
  }

  private boolean isSelected(ResolvedTenant tenant) {
    return selection.onlyTenant().map(id -> id.equals(tenant.id().value())).orElse(true)
        && selection
            .onlyCluster()
            .map(name -> name.equals(tenant.cluster().name().value()))
            .orElse(true);
  }

  private boolean isNamed(Cluster cluster) {
    return selection.onlyTenant().isEmpty()
        && selection.onlyCluster().map(name -> name.equals(cluster.name().value())).orElse(false);
  }
}
