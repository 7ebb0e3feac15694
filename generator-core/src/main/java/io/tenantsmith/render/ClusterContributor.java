package io.tenantsmith.render;

import io.tenantsmith.lifecycle.Concern;
import io.tenantsmith.lifecycle.StateTable;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Ring;
import io.tenantsmith.model.TenantId;
import java.util.List;
import java.util.Set;

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
   * @param rendered those that are rendered in this run, sorted by id; what is there of the others
   *     stays as it is
   * @param kinds what tenants of the cluster have, sorted; their own namespaces as a pattern
   */
  record ClusterView(
      Fleet fleet,
      Cluster cluster,
      List<TenantId> tenants,
      List<ClusterTenant> rendered,
      List<KindInUse> kinds) {

    /** Copies the lists. */
    public ClusterView {
      tenants = List.copyOf(tenants);
      rendered = List.copyOf(rendered);
      kinds = List.copyOf(kinds);
    }
  }

  /**
   * What a cluster contributor sees of a tenant.
   *
   * @param file the tenant's file, relative to the fleet's root
   * @param concerns what it has, by its state
   */
  record ClusterTenant(
      TenantId id, String file, String namespace, String tier, Ring ring, Set<Concern> concerns) {
    /** Copies the concerns. */
    public ClusterTenant {
      concerns = Set.copyOf(concerns);
    }

    /** That of a tenant. */
    public static ClusterTenant of(ResolvedTenant tenant) {
      return new ClusterTenant(
          tenant.id(),
          tenant.file(),
          tenant.namespace(),
          tenant.tier(),
          tenant.ring(),
          StateTable.concerns(tenant.state()));
    }
  }
}
