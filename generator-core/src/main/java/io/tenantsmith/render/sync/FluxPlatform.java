package io.tenantsmith.render.sync;

import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.render.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes the Kustomizations of Flux for what tenants share. */
final class FluxPlatform {

  private FluxPlatform() {}

  /** One for each folder. */
  static List<Map<String, Object>> objects(Fleet fleet, Cluster cluster) {
    List<Map<String, Object>> objects = new ArrayList<>();
    for (PlatformPart part : PlatformPart.values()) {
      objects.add(
          new FluxKustomization(
                  part.objectName(), "./" + part.path(cluster), timeout(part), more(part))
              .object(Labels.labels(fleet)));
    }
    return objects;
  }

  /** The guards must be in force before anything runs. */
  private static Map<String, Object> more(PlatformPart part) {
    return switch (part) {
      case POLICIES -> Map.of("wait", true);
      case GATEWAY, MONITORING -> Map.of();
      case ADMIN_APPS ->
          FluxKustomization.after(
              PlatformPart.POLICIES.objectName(), PlatformPart.GATEWAY.objectName());
    };
  }

  private static String timeout(PlatformPart part) {
    return part == PlatformPart.ADMIN_APPS ? "15m" : "5m";
  }
}
