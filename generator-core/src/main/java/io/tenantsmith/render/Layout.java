package io.tenantsmith.render;

import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TenantId;
import io.tenantsmith.path.RelativePath;

/** Where things are in the output tree. */
public final class Layout {

  /** Namespace and folder of the applications that tenants share. */
  public static final String ADMIN_APPS = "admin-apps";

  /** Folder with the folders of all clusters. */
  public static final String CLUSTERS = "clusters";

  private Layout() {}

  /** Folder of a cluster. */
  public static RelativePath cluster(String cluster) {
    return RelativePath.of(CLUSTERS).resolve(cluster);
  }

  /** The cluster in whose folder a path is; empty for what the whole fleet shares. */
  public static String clusterOf(String path) {
    String[] steps = path.split("/", 3);
    return steps.length == 3 && steps[0].equals("clusters") ? steps[1] : "";
  }

  /** Folder of what a cluster's tenants share. */
  public static RelativePath platform(String cluster) {
    return cluster(cluster).resolve("platform");
  }

  /** Folder of the applications that tenants share. */
  public static RelativePath adminApps(String cluster) {
    return platform(cluster).resolve(ADMIN_APPS);
  }

  /** Folder of what Flux follows. */
  public static RelativePath flux(String cluster) {
    return cluster(cluster).resolve("flux");
  }

  /** Folder of what Argo CD follows. */
  public static RelativePath argoCd(String cluster) {
    return cluster(cluster).resolve("argocd");
  }

  /** Folder of what starts a sync tool. */
  public static RelativePath bootstrap(String cluster) {
    return cluster(cluster).resolve("bootstrap");
  }

  /** Folder of a tenant. */
  public static RelativePath tenant(ResolvedTenant tenant) {
    return tenant(tenant.cluster().name().value(), tenant.id());
  }

  /** Folder of a tenant, known by its names. */
  public static RelativePath tenant(String cluster, TenantId id) {
    return cluster(cluster).resolve("tenants").resolve(id.value());
  }
}
