package io.tenantsmith.run;

import io.tenantsmith.model.Counterparts;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ArtifactSet;
import io.tenantsmith.render.ClusterContributor.ClusterTenant;
import io.tenantsmith.render.ClusterContributor.ClusterView;
import java.util.List;
import java.util.Map;

/**
 * The files outside tenants' folders, and how they were made: what reads nothing that differs is
 * the same in another state of the fleet.
 */
public final class SharedArtifacts {

  private final Fleet fleet;
  private final List<Artifact> artifacts;
  private final Map<String, OfCluster> clusters;

  /**
   * The files of a fleet.
   *
   * @param artifacts all of them, sorted by path
   * @param clusters how those of each cluster were made, by its name
   */
  SharedArtifacts(Fleet fleet, List<Artifact> artifacts, Map<String, OfCluster> clusters) {
    this.fleet = fleet;
    this.artifacts = List.copyOf(artifacts);
    this.clusters = Map.copyOf(clusters);
  }

  /**
   * How the files of a cluster were made.
   *
   * @param view what its contributors saw
   * @param parts what each of them rendered
   */
  record OfCluster(ClusterView view, List<ArtifactSet.Part> parts) {

    /** Copies the list. */
    OfCluster {
      parts = List.copyOf(parts);
    }
  }

  /** All of them, sorted by path. */
  public List<Artifact> artifacts() {
    return artifacts;
  }

  /** What of these files a cluster has, too, in the state of the fleet that the view shows. */
  TenantFiles.Known knownIn(ClusterView view) {
    OfCluster here = clusters.get(view.cluster().name().value());
    if (here == null || !hasTheClustersOf(view.fleet()) || !haveTheSameTenants(here.view(), view)) {
      return TenantFiles.Known.NOTHING;
    }
    Counterparts state = new Counterparts(fleet, view.fleet());
    for (int i = 0; i < view.rendered().size(); i++) {
      state.add(here.view().rendered().get(i).tenant(), view.rendered().get(i).tenant());
    }
    return TenantFiles.Known.of(here.parts(), state);
  }

  /** Counterparts are told by their position. */
  private boolean hasTheClustersOf(Fleet other) {
    return names(fleet).equals(names(other));
  }

  private static List<String> names(Fleet fleet) {
    return fleet.clusters().stream().map(cluster -> cluster.name().value()).toList();
  }

  /** Who is there, and what is waited for, is no setting; so both are compared. */
  private static boolean haveTheSameTenants(ClusterView one, ClusterView other) {
    boolean same =
        one.tenants().equals(other.tenants()) && one.rendered().size() == other.rendered().size();
    for (int i = 0; same && i < one.rendered().size(); i++) {
      ClusterTenant here = one.rendered().get(i);
      ClusterTenant there = other.rendered().get(i);
      same = here.id().equals(there.id()) && here.awaited().equals(there.awaited());
    }
    return same;
  }
}
