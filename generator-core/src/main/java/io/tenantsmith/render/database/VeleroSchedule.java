package io.tenantsmith.render.database;

import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.render.Labels;
import io.tenantsmith.render.ObjectRef;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The backup of a whole namespace, Secrets included, since with some providers they exist nowhere
 * else. Volumes of databases are left out by Velero's policy.
 */
record VeleroSchedule(Fleet fleet, ResolvedTenant tenant) {

  /** After the database's own backup, so that both are of one night. */
  private static final int MINUTES_AFTER_BACKUP = 90;

  ObjectRef ref() {
    String namespace = fleet.services().backup().veleroNamespace();
    return new ObjectRef("velero.io/v1", "Schedule", namespace, tenant.namespace());
  }

  Map<String, Object> spec() {
    return Map.of(
        "schedule",
        tenant.get(TenantKeys.BACKUP_SCHEDULE).plusMinutes(MINUTES_AFTER_BACKUP).text(),
        "template",
        template(),
        "useOwnerReferencesInBackup",
        false);
  }

  private Map<String, Object> template() {
    Map<String, Object> template = new TreeMap<>();
    template.put(
        "metadata", Map.of("labels", Map.of(Labels.PREFIX + "tenant", tenant.id().value())));
    template.put("excludedResources", List.of("events", "events.events.k8s.io"));
    template.put("includedNamespaces", List.of(tenant.namespace()));
    template.put("resourcePolicy", Map.of("kind", "configmap", "name", "tenant-volume-policy"));
    template.put("snapshotMoveData", true);
    template.put("snapshotVolumes", true);
    template.put("storageLocation", fleet.services().backup().veleroLocation());
    template.put("ttl", Retention.of(tenant));
    return template;
  }
}
