package io.tenantsmith.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what an object names: by the keys that the APIs in use have for it. */
final class References {

  private static final String SECRET = "Secret";
  private static final String CONFIG_MAP = "ConfigMap";

  /** A map with the name of an object of that kind, perhaps with its namespace. */
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("secretRef", SECRET),
          Map.entry("configMapKeyRef", CONFIG_MAP),
          Map.entry("configMapRef", CONFIG_MAP),
          Map.entry("configMap", CONFIG_MAP),
          Map.entry("serviceAccount", "ServiceAccount"),
          Map.entry("mariaDbRef", "MariaDB"),
          Map.entry("physicalBackupRef", "PhysicalBackup"),
          Map.entry("physicalBackupTemplateRef", "PhysicalBackup"),
          Map.entry("pointInTimeRecoveryRef", "PointInTimeRecovery"),
          Map.entry("backupRef", "Backup"));

  /** The same, where the map may state another kind than this one. */
  private static final Map<String, String> KINDED =
      Map.ofEntries(
          Map.entry("scaleTargetRef", "Deployment"),
          Map.entry("targetRef", "Deployment"),
          Map.entry("roleRef", "Role"),
          Map.entry("secretStoreRef", "SecretStore"),
          Map.entry("secretStoreRefs", "SecretStore"),
          Map.entry("storeRef", "SecretStore"),
          Map.entry("generatorRef", "Password"),
          Map.entry("issuerRef", "Issuer"),
          Map.entry("serverCertIssuerRef", "Issuer"),
          Map.entry("clientCertIssuerRef", "Issuer"),
          Map.entry("parentRef", "Gateway"),
          Map.entry("parentRefs", "Gateway"),
          Map.entry("backendRef", "Service"),
          Map.entry("backendRefs", "Service"),
          Map.entry("certificateRefs", SECRET),
          Map.entry("imagePullSecrets", SECRET));

  /** Text that is the name of an object of that kind. */
  private static final Map<String, String> TEXTS =
      Map.of(
          "claimName", "PersistentVolumeClaim",
          "serviceAccountName", "ServiceAccount",
          "priorityClassName", "PriorityClass",
          "storageClassName", "StorageClass",
          "volumeSnapshotClassName", "VolumeSnapshotClass",
          "runtimeClassName", "RuntimeClass");

  /** Kinds in no namespace. */
  private static final Set<String> CLUSTER_WIDE =
      Set.of(
          "ClusterIssuer",
          "ClusterRole",
          "ClusterSecretStore",
          "ClusterGenerator",
          "PriorityClass",
          "StorageClass",
          "VolumeSnapshotClass",
          "RuntimeClass");

  private final ObjectValues source;
  private final List<Reference> found = new ArrayList<>();

  private References(ObjectValues source) {
    this.source = source;
  }

  /** All that an object names. */
  static List<Reference> of(ObjectValues source) {
    References references = new References(source);
    source.maps().forEach(references::map);
    source.texts().forEach(references::text);
    return references.found;
  }

  private void map(Node map) {
    String key = map.key();
    String kind = NAMED.get(key);
    if (kind != null) {
      named(map, kind);
      return;
    }
    kind = KINDED.get(key);
    if (kind != null) {
      named(map, map.get("kind").textOr(kind));
      return;
    }
    switch (key) {
      case "secret" -> secret(map);
      case "caProvider" -> named(map, map.get("type").text());
      case "resourcePolicy" -> named(map, CONFIG_MAP);
      case "subjects" -> {
        if (map.get("kind").is("ServiceAccount")) {
          named(map, "ServiceAccount");
        }
      }
      default -> {
        if (key.endsWith("ecretKeyRef") || key.endsWith("SecretRef")) {
          secretKey(map);
        }
      }
    }
  }

  /** A volume, or a part of one. */
  private void secret(Node map) {
    if (!map.get("optional").is(true)) {
      Node name = map.get("secretName");
      add(name.isMissing() ? map.get("name") : name, SECRET, "");
    }
  }

  /** Some are made by the operator where they are missing. */
  private void secretKey(Node map) {
    if (!map.get("generate").is(true)) {
      named(map, SECRET);
    }
  }

  private void named(Node map, String kind) {
    if (!map.get("optional").is(true)) {
      add(map.get("name"), kind, map.get("namespace").text());
    }
  }

  private void text(Node text) {
    String kind = TEXTS.get(text.key());
    if (kind != null) {
      add(text, kind, "");
    }
  }

  private void add(Node name, String kind, String namespace) {
    if (name.text().isEmpty()) {
      return;
    }
    String own = namespace.isEmpty() ? source.namespace() : namespace;
    String where = CLUSTER_WIDE.contains(kind) ? "" : own;
    found.add(new Reference(source, name, kind, where, name.text()));
  }
}
