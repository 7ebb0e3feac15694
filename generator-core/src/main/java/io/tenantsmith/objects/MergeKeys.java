package io.tenantsmith.objects;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of their items by which lists of built-in kinds merge. Taken from the Kubernetes API
 * ({@code x-kubernetes-patch-merge-key} and, where several fields make one key, {@code
 * x-kubernetes-list-map-keys}). All other lists are replaced, and so are all lists of other kinds.
 */
public final class MergeKeys {

  /** Kinds whose lists may merge. */
  static final Set<String> KINDS = Set.of("Deployment", "CronJob", "Job", "Service");

  /** Lists in pods. */
  static final Map<String, List<String>> OF_PODS =
      Map.ofEntries(
          Map.entry("containers", List.of("name")),
          Map.entry("initContainers", List.of("name")),
          Map.entry("ephemeralContainers", List.of("name")),
          Map.entry("env", List.of("name")),
          Map.entry("ports", List.of("containerPort", "protocol")),
          Map.entry("volumeMounts", List.of("mountPath")),
          Map.entry("volumeDevices", List.of("devicePath")),
          Map.entry("volumes", List.of("name")),
          Map.entry("imagePullSecrets", List.of("name")),
          Map.entry("hostAliases", List.of("ip")),
          Map.entry("resourceClaims", List.of("name")),
          Map.entry("topologySpreadConstraints", List.of("topologyKey", "whenUnsatisfiable")),
          Map.entry("schedulingGates", List.of("name")),
          Map.entry("ownerReferences", List.of("uid")));

  /** Lists in services. */
  static final Map<String, List<String>> OF_SERVICES =
      Map.of(
          "ports", List.of("port", "protocol"),
          "ownerReferences", List.of("uid"));

  private MergeKeys() {}

  /** The fields that distinguish the items of a list; empty if the list is replaced as a whole. */
  public static Optional<List<String>> of(String kind, String field) {
    Map<String, List<String>> table = kind.equals("Service") ? OF_SERVICES : OF_PODS;
    return KINDS.contains(kind) ? Optional.ofNullable(table.get(field)) : Optional.empty();
  }
}
