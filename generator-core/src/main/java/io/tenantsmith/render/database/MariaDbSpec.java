package io.tenantsmith.render.database;

import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ImageKeys;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.render.Labels;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the operator makes a tenant's database server of. */
record MariaDbSpec(Fleet fleet, ResolvedTenant tenant, Database database) {

  Map<String, Object> tree() {
    Map<String, Object> spec = new TreeMap<>();
    spec.put("image", tenant.image(ImageKeys.MARIADB));
    spec.put("imagePullPolicy", "IfNotPresent");
    spec.put("inheritMetadata", labels("tenant", tenant.id().value()));
    spec.put("replicas", database.instances());
    spec.put("resources", database.server().resources());
    spec.put("rootPasswordSecretKeyRef", rootPassword());
    spec.put("storage", storage());
    spec.put("tls", Map.of("enabled", true, "required", true));
    int connections = Connections.of(tenant.web()).total();
    spec.put("myCnf", new MyCnf(database.ram(), connections).text());
    spec.put("metrics", metrics());
    addPod(spec);
    addUpdate(spec);
    addReplication(spec);
    return spec;
  }

  private void addPod(Map<String, Object> spec) {
    // Immutable, so that also a single instance has it: else it could never become replicated.
    spec.put("affinity", Map.of("antiAffinityEnabled", true));
    new Nodes(tenant).select(spec);
    spec.put("podMetadata", labels("component", "database"));
    spec.put("priorityClassName", "tenant-data");
    spec.put("podSecurityContext", PodGuards.databasePod());
    spec.put("securityContext", PodGuards.container());
    spec.put("livenessProbe", probe());
    spec.put("readinessProbe", probe());
  }

  private static void addUpdate(Map<String, Object> spec) {
    spec.put("podDisruptionBudget", Map.of("maxUnavailable", 1));
    spec.put(
        "updateStrategy", Map.of("autoUpdateDataPlane", false, "type", "ReplicasFirstPrimaryLast"));
  }

  private void addReplication(Map<String, Object> spec) {
    if (!database.isReplicated()) {
      return;
    }
    spec.put("pointInTimeRecoveryRef", Map.of("name", Database.POINT_IN_TIME));
    spec.put("replication", new ReplicationSpec(tenant).tree());
    spec.put("topologySpreadConstraints", List.of(overZones()));
  }

  private static Map<String, Object> overZones() {
    Map<String, Object> server =
        Map.of(
            "app.kubernetes.io/instance", Database.NAME, "app.kubernetes.io/name", Database.NAME);
    return Map.of(
        "labelSelector",
        Map.of("matchLabels", server),
        "maxSkew",
        1,
        "topologyKey",
        "topology.kubernetes.io/zone",
        "whenUnsatisfiable",
        "ScheduleAnyway");
  }

  private Map<String, Object> metrics() {
    return Map.of("enabled", true, "exporter", exporter(), "serviceMonitor", serviceMonitor());
  }

  private Map<String, Object> exporter() {
    Map<String, Object> exporter = new TreeMap<>();
    exporter.put("image", tenant.image(ImageKeys.MARIADB_EXPORTER));
    new Nodes(tenant).select(exporter);
    exporter.put("podMetadata", labels("component", "database-exporter"));
    exporter.put("podSecurityContext", PodGuards.exporterPod());
    exporter.put("resources", PodSize.EXPORTER.resources());
    exporter.put("securityContext", PodGuards.readOnlyContainer());
    return exporter;
  }

  private Map<String, Object> serviceMonitor() {
    String release = fleet.services().monitoring().release();
    return Map.of("interval", "30s", "prometheusRelease", release, "scrapeTimeout", "25s");
  }

  private Map<String, Object> storage() {
    Map<String, Object> storage = new TreeMap<>();
    storage.put("pvcRetentionPolicy", Map.of("whenDeleted", "Retain", "whenScaled", "Retain"));
    storage.put("resizeInUseVolumes", true);
    storage.put("size", database.storage().text());
    storage.put("storageClassName", tenant.cluster().storageClasses().single());
    storage.put("waitForVolumeResize", true);
    return storage;
  }

  private static Map<String, Object> rootPassword() {
    return Map.of("name", "mariadb-root", "generate", false, "key", "password");
  }

  private static Map<String, Object> probe() {
    return Map.of("periodSeconds", 10, "timeoutSeconds", 5);
  }

  private static Map<String, Object> labels(String label, String value) {
    return Map.of("labels", Map.of(Labels.PREFIX + label, value));
  }
}
