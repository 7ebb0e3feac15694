package io.tenantsmith.inspection;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.objects.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what objects name, by the keys that the APIs in use have for that. */
final class References {

  private static final String SECRET = "Secret";
  private static final String CONFIG_MAP = "ConfigMap";

  /** Keys of maps with the name of an object of this kind, perhaps with its namespace. */
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
          Map.entry("targetRefs", "HTTPRoute"),
          Map.entry("extensionRef", "HTTPRouteFilter"),
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

  /** Keys of text that is the name of an object of this kind. */
  private static final Map<String, String> TEXTS =
      Map.of(
          "claimName", "PersistentVolumeClaim",
          "serviceAccountName", "ServiceAccount",
          "priorityClassName", "PriorityClass",
          "storageClassName", "StorageClass",
          "volumeSnapshotClassName", "VolumeSnapshotClass",
          "runtimeClassName", "RuntimeClass");

  /** Cluster-scoped kinds. */
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

  /** Keys of maps that need code of their own. */
  private static final Set<String> OTHERS =
      Set.of("secret", "caProvider", "resourcePolicy", "subjects");

  private final List<Reference> found = new ArrayList<>();

  /** Everything that objects name. */
  static List<Reference> of(Survey survey) {
    References references = new References();
    survey.places(Trait.REFERENCE).forEach(place -> references.map(place.object(), place.node()));
    survey.places(Trait.REFERENCE_NAME).forEach(references::text);
    return references.found;
  }

  /** Whether a map below that key names an object. */
  static boolean isMap(String key) {
    return NAMED.containsKey(key)
        || KINDED.containsKey(key)
        || OTHERS.contains(key)
        || isSecretKey(key);
  }

  /** Whether text below that key names an object. */
  static boolean isName(String key) {
    return TEXTS.containsKey(key);
  }

  private static boolean isSecretKey(String key) {
    return key.endsWith("ecretKeyRef") || key.endsWith("SecretRef");
  }

  private void map(ObjectValues source, Node map) {
    if (map.map().isEmpty()) {
      return;
    }
    String key = map.key();
    String kind = NAMED.get(key);
    if (kind != null) {
      named(source, map, kind);
      return;
    }
    kind = KINDED.get(key);
    if (kind != null) {
      named(source, map, map.get("kind").textOr(kind));
      return;
    }
    switch (key) {
      case "secret" -> secret(source, map);
      case "caProvider" -> named(source, map, map.get("type").text());
      case "resourcePolicy" -> named(source, map, CONFIG_MAP);
      case "subjects" -> {
        if (map.get("kind").is("ServiceAccount")) {
          named(source, map, "ServiceAccount");
        }
      }
      default -> {
        if (isSecretKey(key)) {
          secretKey(source, map);
        }
      }
    }
  }

  /** Adds the Secret of a volume, or of a part of one. */
  private void secret(ObjectValues source, Node map) {
    if (!map.get("optional").is(true)) {
      Node name = map.get("secretName");
      add(source, name.isMissing() ? map.get("name") : name, SECRET, "");
    }
  }

  /** Adds the Secret of a key, unless the operator makes it where it is missing. */
  private void secretKey(ObjectValues source, Node map) {
    if (!map.get("generate").is(true)) {
      named(source, map, SECRET);
    }
  }

  private void named(ObjectValues source, Node map, String kind) {
    if (!map.get("optional").is(true)) {
      add(source, map.get("name"), kind, map.get("namespace").text());
    }
  }

  private void text(Place place) {
    String kind = TEXTS.get(place.node().key());
    if (kind != null) {
      add(place.object(), place.node(), kind, "");
    }
  }

  private void add(ObjectValues source, Node name, String kind, String namespace) {
    if (name.text().isEmpty()) {
      return;
    }
    String own = namespace.isEmpty() ? source.namespace() : namespace;
    String where = CLUSTER_WIDE.contains(kind) ? "" : own;
    found.add(new Reference(source, name, kind, where, name.text()));
  }
}
