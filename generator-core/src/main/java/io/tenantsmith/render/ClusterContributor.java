package io.tenantsmith.render;

import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.TenantId;
import java.util.List;

/** Brings what the tenants of one cluster share. Pure. */
public interface ClusterContributor {

  /**
   * Renders it.
   *
   * @param siblings what the contributors before this one rendered for the cluster
   */
  List<Artifact> contribute(ClusterView view, List<Artifact> siblings);

  /**
   * What a cluster contributor sees.
   *
   * @param tenants ids of the cluster's tenants, sorted
   */
  record ClusterView(Fleet fleet, Cluster cluster, List<TenantId> tenants) {

    /** Copies the list. */
    public ClusterView {
      tenants = List.copyOf(tenants);
    }
  }
}
