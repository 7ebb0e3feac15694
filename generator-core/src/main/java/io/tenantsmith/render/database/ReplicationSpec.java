package io.tenantsmith.render.database;

import io.tenantsmith.model.ImageKeys;
import io.tenantsmith.model.ResolvedTenant;
import java.util.Map;
import java.util.TreeMap;

/** How the instances of a replicated database follow each other. */
record ReplicationSpec(ResolvedTenant tenant) {

  private static final int MOST_LAG_SECONDS = 60;

  Map<String, Object> tree() {
    Map<String, Object> spec = new TreeMap<>();
    spec.put("enabled", true);
    spec.put("gtidStrictMode", true);
    spec.put("semiSyncEnabled", true);
    spec.put("primary", Map.of("autoFailover", true));
    spec.put("replica", replica());
    spec.put("initContainer", operatorContainer());
    spec.put("agent", agent());
    return spec;
  }

  /** Basic authentication: the default binds the tenant's account to a role of the cluster. */
  private Map<String, Object> agent() {
    Map<String, Object> agent = operatorContainer();
    agent.put("basicAuth", Map.of("enabled", true));
    return agent;
  }

  /** The operator's own image, so that it follows the operator's version. */
  private Map<String, Object> operatorContainer() {
    Map<String, Object> container = new TreeMap<>();
    container.put("image", tenant.image(ImageKeys.MARIADB_OPERATOR));
    container.put("resources", PodSize.AGENT.resources());
    container.put("securityContext", PodGuards.container());
    return container;
  }

  private Map<String, Object> replica() {
    return Map.of(
        "bootstrapFrom",
        Map.of(
            "physicalBackupTemplateRef",
            Map.of("name", Database.REPLICA_SEED),
            "restoreJob",
            restoreJob()),
        "maxLagSeconds",
        MOST_LAG_SECONDS,
        "recovery",
        Map.of("enabled", true));
  }

  private Map<String, Object> restoreJob() {
    Map<String, Object> job = new TreeMap<>();
    job.put("resources", PodSize.RESTORE_JOB.resources());
    Nodes nodes = new Nodes(tenant);
    if (nodes.isDedicated()) {
      nodes.select(job);
    }
    return job;
  }
}
