package io.tenantsmith.render.sync;

import io.tenantsmith.lifecycle.Concern;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.render.ClusterContributor.ClusterTenant;
import io.tenantsmith.render.Labels;
import io.tenantsmith.render.Layout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Makes a tenant's Kustomization of Flux; a sick Authentik must not block it. */
final class FluxTenant {

  private static final String MARIADB = "k8s.mariadb.com/v1alpha1";
  private static final String READY = "status.conditions.filter(e, e.type == 'Ready')";

  private FluxTenant() {}

  /**
   * The object.
   *
   * @param ownArtifact whether the tenant's folder is an artifact of its own
   */
  static Map<String, Object> object(
      ClusterTenant tenant, Fleet fleet, Cluster cluster, boolean ownArtifact) {
    String name = FluxKustomization.tenantName(tenant.id().value());
    Map<String, Object> more =
        new LinkedHashMap<>(
            FluxKustomization.after(
                PlatformPart.POLICIES.objectName(), PlatformPart.GATEWAY.objectName()));
    if (tenant.concerns().contains(Concern.DATABASE)) {
      more.put("healthCheckExprs", List.of(databaseHealth()));
      more.put("healthChecks", workloads(tenant));
    }
    if (ownArtifact) {
      more.put("sourceRef", Map.of("kind", "ExternalArtifact", "name", name));
    }
    String folder = Layout.tenant(cluster.name().value(), tenant.id()).value();
    String path = ownArtifact ? "./" : "./" + folder;
    return new FluxKustomization(name, path, "10m", more).object(labels(tenant, fleet));
  }

  private static SortedMap<String, String> labels(ClusterTenant tenant, Fleet fleet) {
    SortedMap<String, String> labels = Labels.labels(fleet);
    labels.put(Labels.PREFIX + "ring", tenant.ring().label());
    labels.put(Labels.PREFIX + "tenant", tenant.id().value());
    labels.put(Labels.PREFIX + "tier", tenant.tier());
    return labels;
  }

  /** Without it a database that has no status yet counts as healthy. */
  private static Map<String, Object> databaseHealth() {
    return Map.of(
        "apiVersion",
        MARIADB,
        "kind",
        "MariaDB",
        "current",
        READY + ".all(e, e.status == 'True')",
        "inProgress",
        "!has(status.conditions) || " + READY + ".all(e, e.status != 'True')");
  }

  private static List<Map<String, Object>> workloads(ClusterTenant tenant) {
    return List.of(
        workload("apps/v1", "Deployment", "wordpress", tenant),
        workload(MARIADB, "MariaDB", "mariadb", tenant));
  }

  private static Map<String, Object> workload(
      String apiVersion, String kind, String name, ClusterTenant tenant) {
    return Map.of(
        "apiVersion", apiVersion, "kind", kind, "name", name, "namespace", tenant.namespace());
  }
}
