package io.tenantsmith.render.sync;

import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.SyncTool;
import java.util.Optional;

/**
 * The source from which a sync tool reads the rendered tree.
 *
 * @param url of the Git repository
 * @param branch without {@code refs/heads/}
 */
record SyncSource(String url, String branch) {

  /** The source for Flux; none if the cluster does not use it, or no pod could read the address. */
  static Optional<SyncSource> ofFlux(Fleet fleet, Cluster cluster) {
    return of(fleet, SyncTool.FLUX, cluster);
  }

  /**
   * The source for Argo CD; none if the cluster does not use it, or no pod could read the address.
   */
  static Optional<SyncSource> ofArgoCd(Fleet fleet, Cluster cluster) {
    return of(fleet, SyncTool.ARGOCD, cluster);
  }

  /** The branch's full name. */
  String reference() {
    return "refs/heads/" + branch;
  }

  private static Optional<SyncSource> of(Fleet fleet, SyncTool tool, Cluster cluster) {
    return fleet
        .publish()
        .podUrl()
        .filter(url -> fleet.isSyncedBy(tool, cluster))
        .map(url -> new SyncSource(url, fleet.publish().branch().value()));
  }
}
