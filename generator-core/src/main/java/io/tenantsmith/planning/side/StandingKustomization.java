package io.tenantsmith.planning.side;

import io.tenantsmith.model.Patch;
import io.tenantsmith.steps.Manifests;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The patches that a tenant's kustomization.yaml holds. */
final class StandingKustomization {

  static final String FILE = "kustomization.yaml";

  private StandingKustomization() {}

  /** Its patches in their order; none if it cannot be read. */
  static List<Patch> patches(Manifests reader, byte[] content) {
    List<Patch> patches = new ArrayList<>();
    if (reader.facts(content).map(tree -> tree.get("patches")).orElse(List.of())
        instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof Map<?, ?> entry && entry.get("patch") instanceof String text) {
          patches.add(new Patch(target(entry.get("target")), text));
        }
      }
    }
    return patches;
  }

  private static Map<String, String> target(@Nullable Object target) {
    Map<String, String> fields = new TreeMap<>();
    if (target instanceof Map<?, ?> map) {
      map.forEach((name, value) -> fields.put(String.valueOf(name), String.valueOf(value)));
    }
    return fields;
  }
}
