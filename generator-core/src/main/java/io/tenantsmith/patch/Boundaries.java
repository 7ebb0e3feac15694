package io.tenantsmith.patch;

import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.model.ImageReference;
import io.tenantsmith.render.ObjectRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What of a tenant's objects belongs to the platform and not to a patch. Judged by what changes in
 * an object, so that it does not matter how a patch is written.
 */
final class Boundaries {

  private static final Map<String, String> KINDS = new LinkedHashMap<>();
  private static final Map<String, String> FIELDS = new LinkedHashMap<>();

  static {
    all(KINDS, "the namespace", "Namespace");
    all(KINDS, "the quota", "ResourceQuota", "LimitRange");
    all(KINDS, "isolation", "NetworkPolicy");
    all(KINDS, "the service account", "ServiceAccount");
    all(KINDS, "access rights", "Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding");
    all(KINDS, "access rights", "User", "Grant", "Database", "Connection");
    all(KINDS, "secrets", "Secret", "SecretStore", "ClusterSecretStore", "ExternalSecret");
    all(KINDS, "secrets", "PushSecret", "Password", "ClusterGenerator");
    all(KINDS, "host names", "ListenerSet", "Certificate");
    all(KINDS, "monitoring", "PrometheusRule", "ServiceMonitor", "PodMonitor");

    all(FIELDS, "the security context", "securityContext", "podSecurityContext");
    all(FIELDS, "the security context", "hostNetwork", "hostPID", "hostIPC", "hostUsers");
    all(FIELDS, "the security context", "hostPort", "hostIP", "shareProcessNamespace");
    all(FIELDS, "the security context", "procMount", "devicePath", "volumeDevices");
    all(FIELDS, "the service account", "serviceAccountName", "serviceAccount");
    all(FIELDS, "the service account", "serviceAccountRef", "automountServiceAccountToken");
    all(FIELDS, "isolation", "priorityClassName", "priority", "preemptionPolicy", "nodeSelector");
    all(FIELDS, "isolation", "tolerations", "affinity", "nodeName", "runtimeClassName");
    all(FIELDS, "isolation", "schedulerName", "schedulingGates", "resourceClaims");
    all(FIELDS, "isolation", "topologySpreadConstraints", "dnsPolicy", "dnsConfig");
    all(FIELDS, "isolation", "ephemeralContainers", "imagePullSecrets", "overhead");
    all(FIELDS, "isolation", "selector", "labelSelector", "matchLabels", "matchExpressions");
    all(FIELDS, "isolation", "namespaceSelector", "podSelector", "podMetadata");
    all(FIELDS, "isolation", "inheritMetadata", "extensionRef", "requestMirror");
    all(FIELDS, "isolation", "externalIPs", "externalName", "loadBalancerIP", "nodePort");
    all(FIELDS, "isolation", "loadBalancerClass", "loadBalancerSourceRanges", "clusterIP");
    all(FIELDS, "isolation", "clusterIPs", "healthCheckNodePort", "publishNotReadyAddresses");
    all(FIELDS, "isolation", "bootstrapFrom", "s3", "storageClassName", "volumeName");
    all(FIELDS, "isolation", "dataSource", "dataSourceRef", "volumeAttributesClassName");
    all(FIELDS, "isolation", "service", "primaryService", "secondaryService", "myCnf");
    all(FIELDS, "isolation", "scaleTargetRef", "jobTemplateRef", "claimRef");
    all(FIELDS, "host names", "hostname", "hostnames", "hostAliases", "dnsNames", "commonName");
    all(FIELDS, "host names", "parentRef", "parentRefs", "setHostnameAsFQDN", "subdomain");
    all(FIELDS, "host names", "useDefaultGateways");
    all(FIELDS, "the namespace", "namespace", "namespaces", "generateName");
  }

  private static final Set<String> EXPOSING = Set.of("NodePort", "LoadBalancer", "ExternalName");

  /** Volumes that hold only what the tenant has already. */
  private static final Set<String> VOLUMES =
      Set.of("name", "emptyDir", "configMap", "persistentVolumeClaim", "downwardAPI");

  private final String namespace;

  /** The boundaries of the tenant in a namespace. */
  Boundaries(String namespace) {
    this.namespace = namespace;
  }

  /** Whether an object lives elsewhere; the namespace itself is the tenant's. */
  boolean isElsewhere(ObjectRef ref) {
    return !ref.kind().equals("Namespace") && !ref.namespace().equals(namespace);
  }

  /** What makes the object another one; empty if nothing does. */
  static Optional<String> identity(List<Change> changes) {
    return changes.stream()
        .filter(
            c ->
                c.isBelow("apiVersion")
                    || c.isBelow("kind")
                    || c.isBelow("metadata", "name")
                    || c.isBelow("metadata", "namespace"))
        .map(Change::display)
        .findFirst();
  }

  /** Everything that must not change, each subject once, in order of the fields. */
  List<Breach> breaches(ObjectRef ref, Map<String, ?> before, List<Change> changes) {
    String kind = KINDS.get(ref.kind());
    if (kind == null && ref.apiVersion().startsWith("generators.external-secrets.io/")) {
      kind = "secrets";
    }
    if (kind == null && isDashboard(before)) {
      kind = "monitoring";
    }
    if (kind != null && !changes.isEmpty()) {
      return List.of(new Breach(kind, changes.get(0).display()));
    }
    Map<String, Breach> found = new LinkedHashMap<>();
    Set<String> images = ImagesOf.repositories(before);
    for (Change change : changes) {
      subject(change, images).ifPresent(s -> found.putIfAbsent(s, new Breach(s, change.display())));
    }
    return new ArrayList<>(found.values());
  }

  private static Optional<String> subject(Change change, Set<String> images) {
    if (change.isBelow("metadata") || change.touches("metadata")) {
      Optional<String> mark = MetadataKeys.subject(change);
      if (mark.isPresent()) {
        return mark;
      }
    }
    if (change.isBelow("status")) {
      return Optional.of("the status");
    }
    for (String key : fields(change)) {
      String subject = FIELDS.get(key);
      if (subject != null) {
        return Optional.of(subject);
      }
    }
    return value(change, images);
  }

  /** The path without what is free text: keys of data, labels and annotations. */
  private static List<String> fields(Change change) {
    List<String> path = change.path();
    if (change.isBelow("data") || change.isBelow("binaryData")) {
      return List.of();
    }
    int metadata = path.lastIndexOf("metadata");
    return metadata < 0 ? path : path.subList(0, metadata);
  }

  private static Optional<String> value(Change change, Set<String> images) {
    if (change.last().equals("type") && EXPOSING.contains(String.valueOf(change.after()))) {
      return Optional.of("isolation");
    }
    int volumes = change.path().lastIndexOf("volumes");
    if (volumes >= 0
        && volumes + 1 < change.path().size()
        && !VOLUMES.contains(change.path().get(volumes + 1))) {
      return Optional.of("volumes");
    }
    if (change.last().equals("image")
        && change.after() != null
        && !isOurs(change.after(), images)) {
      return Optional.of("the image " + Quoted.quote(String.valueOf(change.after())));
    }
    return Optional.empty();
  }

  private static boolean isOurs(Object image, Set<String> images) {
    return image instanceof String text
        && ImageReference.check(text).value().isPresent()
        && images.contains(ImagesOf.repository(text));
  }

  private static boolean isDashboard(Map<String, ?> tree) {
    return tree.get("metadata") instanceof Map<?, ?> metadata
        && metadata.get("labels") instanceof Map<?, ?> labels
        && labels.containsKey("grafana_dashboard");
  }

  private static void all(Map<String, String> table, String subject, String... names) {
    for (String name : names) {
      table.put(name, subject);
    }
  }

  /**
   * Something that must not change.
   *
   * @param subject what it belongs to, for instance {@code isolation}
   * @param place the field
   */
  record Breach(String subject, String place) {}
}
