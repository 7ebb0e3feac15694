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
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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
   * The files outside tenants' folders, sorted by path.
   *
   * @param rendered the tenants that are rendered in this run, sorted by id
   */
  List<Artifact> render(List<ClusterTenant> rendered) {
    List<Artifact> artifacts = new ArrayList<>();
    for (Cluster cluster : settled.selectedClusters()) {
      ArtifactSet set = new ArtifactSet(extent);
      ClusterView view = view(cluster, rendered);
      for (ClusterContributor contributor : contributors.ofCluster()) {
        set.add(contributor, view);
      }
      artifacts.addAll(set.artifacts());
    }
    ArtifactSet ofFleet = new ArtifactSet(extent);
    contributors.ofFleet().forEach(contributor -> ofFleet.add(contributor, settled.fleet()));
    artifacts.addAll(ofFleet.artifacts());
    artifacts.sort(Comparator.comparing(Artifact::path));
    return artifacts;
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
