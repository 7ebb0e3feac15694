package io.tenantsmith.run;

import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TenantId;
import io.tenantsmith.output.IndexLine;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ArtifactSet;
import io.tenantsmith.render.ClusterContributor;
import io.tenantsmith.render.ClusterContributor.ClusterTenant;
import io.tenantsmith.render.ClusterContributor.ClusterView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Stage 6, second part: renders what tenants share, once all of them are rendered. */
final class SharedRenderer {

  private final SettledFleet settled;
  private final Contributors contributors;
  private final Artifact.Extent extent;

  SharedRenderer(SettledFleet settled, Contributors contributors, Artifact.Extent extent) {
    this.settled = settled;
    this.contributors = contributors;
    this.extent = extent;
  }

  /**
   * The files outside tenants' folders.
   *
   * @param rendered the tenants that are rendered in this run, sorted by id
   * @param known those of another state of the fleet; what is the same there is not rendered again
   */
  SharedArtifacts render(List<ClusterTenant> rendered, @Nullable SharedArtifacts known) {
    List<Artifact> artifacts = new ArrayList<>();
    Map<String, SharedArtifacts.OfCluster> clusters = new HashMap<>();
    for (Cluster cluster : settled.selectedClusters()) {
      ArtifactSet set = new ArtifactSet(extent);
      ClusterView view = view(cluster, rendered);
      TenantFiles.Known there = known == null ? TenantFiles.Known.NOTHING : known.knownIn(view);
      for (ClusterContributor contributor : contributors.ofCluster()) {
        there.by(contributor).ifPresentOrElse(set::take, () -> set.add(contributor, view));
      }
      artifacts.addAll(set.artifacts());
      clusters.put(cluster.name().value(), new SharedArtifacts.OfCluster(view, set.parts()));
    }
    ArtifactSet ofFleet = new ArtifactSet(extent);
    contributors.ofFleet().forEach(contributor -> ofFleet.add(contributor, settled.fleet()));
    artifacts.addAll(ofFleet.artifacts());
    artifacts.sort(Comparator.comparing(Artifact::path));
    return new SharedArtifacts(settled.fleet(), artifacts, clusters);
  }

  private ClusterView view(Cluster cluster, List<ClusterTenant> rendered) {
    String name = cluster.name().value();
    return new ClusterView(
        settled.fleet(),
        cluster,
        tenantsOf(name),
        rendered.stream().filter(tenant -> isOn(name, tenant.tenant())).toList());
  }

  private static boolean isOn(String cluster, ResolvedTenant tenant) {
    return tenant.cluster().name().value().equals(cluster);
  }

  /** The tenants of a cluster that are rendered now or that the output holds already. */
  private List<TenantId> tenantsOf(String cluster) {
    Set<TenantId> ids = new TreeSet<>();
    settled.selected().stream()
        .filter(tenant -> isOn(cluster, tenant))
        .forEach(tenant -> ids.add(tenant.id()));
    settled.leftAsTheyAre().stream()
        .map(IndexLine::tenant)
        .filter(tenant -> tenant.cluster().equals(cluster))
        .map(PublishedTenant::id)
        .forEach(ids::add);
    return List.copyOf(ids);
  }
}
