package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.render.Layout;
import java.util.List;
import java.util.Map;

/** The nightly backup of the shared applications with their generated Secrets. */
final class BackupFile implements PlatformFile {

  private static final String SCHEDULE = "30 0 * * *";
  private static final String KEPT = "720h0m0s";

  @Override
  public String path() {
    return "admin-apps/backup.yaml";
  }

  @Override
  public List<HasMetadata> objects(Platform platform) {
    Fleet.Backup backup = platform.fleet().services().backup();
    Map<String, Object> template =
        Map.of(
            "excludedResources",
            List.of("events", "events.events.k8s.io"),
            "includedNamespaces",
            List.of(Layout.ADMIN_APPS),
            "snapshotMoveData",
            true,
            "snapshotVolumes",
            true,
            "storageLocation",
            backup.veleroLocation(),
            "ttl",
            KEPT);
    return List.of(
        CustomObject.of(
            "velero.io/v1",
            "Schedule",
            platform.metadata(backup.veleroNamespace(), Layout.ADMIN_APPS),
            Map.of(
                "schedule", SCHEDULE, "template", template, "useOwnerReferencesInBackup", false)));
  }
}
