package io.tenantsmith.run;

import io.tenantsmith.engine.Request;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.PublishedWave;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.output.IndexLine;
import io.tenantsmith.output.OwnershipIndex;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A fleet without a mistake: what stage 6 renders.
 *
 * @param tenants all of them, sorted by id
 * @param waves roll-outs that are not done
 * @param published the index of the current tree
 * @param selection the part to render
 */
public record SettledFleet(
    Fleet fleet,
    List<ResolvedTenant> tenants,
    List<PublishedWave> waves,
    OwnershipIndex published,
    Request.Selection selection) {

  /** Copies the lists. */
  public SettledFleet {
    tenants = List.copyOf(tenants);
    waves = List.copyOf(waves);
  }

  /** Whether only a part is to be rendered. */
  public boolean isPartial() {
    return selection.onlyTenant().isPresent() || selection.onlyCluster().isPresent();
  }

  /** The selected tenants, sorted by id. */
  public List<ResolvedTenant> selected() {
    return tenants.stream().filter(this::isSelected).toList();
  }

  /** The tenants that the current tree holds and that a partial run leaves as they are. */
  public List<IndexLine> leftAsTheyAre() {
    Set<String> now = selected().stream().map(t -> t.id().value()).collect(Collectors.toSet());
    return isPartial()
        ? published.lines().stream().filter(line -> !now.contains(line.id())).toList()
        : List.of();
  }

  /**
   * The roll-outs that are not done in the tree: where only a part is rendered, those of the rest,
   * too.
   */
  public List<PublishedWave> wavesOfTheTree() {
    SortedMap<String, PublishedWave> byTier = new TreeMap<>();
    if (isPartial()) {
      published.waves().forEach(wave -> byTier.put(wave.tier(), wave));
    }
    waves.forEach(wave -> byTier.put(wave.tier(), wave));
    return List.copyOf(byTier.values());
  }

  /** The tenant of that id. */
  public Optional<ResolvedTenant> tenant(String id) {
    return tenants.stream().filter(tenant -> tenant.id().value().equals(id)).findFirst();
  }

  /** The clusters that are selected or hold a selected tenant. */
  public List<Cluster> selectedClusters() {
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
