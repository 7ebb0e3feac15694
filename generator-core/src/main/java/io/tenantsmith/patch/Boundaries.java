package io.tenantsmith.patch;

import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.model.ImageReference;
import io.tenantsmith.objects.FieldChange;
import io.tenantsmith.render.ObjectRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parts of a tenant's objects that belong to the platform and not to a patch. They are judged
 * by what changes in an object, so that it does not matter how a patch is written.
 */
final class Boundaries {

  /** Kinds in which nothing may change. */
  private static final Map<String, String> KINDS =
      table(
          belong("the namespace", "Namespace"),
          belong("the quota", "ResourceQuota", "LimitRange"),
          belong("isolation", "NetworkPolicy"),
          belong("the service account", "ServiceAccount"),
          belong("access rights", "Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding"),
          belong("access rights", "User", "Grant", "Database", "Connection"),
          belong("secrets", "Secret", "SecretStore", "ClusterSecretStore", "ExternalSecret"),
          belong("secrets", "PushSecret", "Password", "ClusterGenerator"),
          belong("host names", "ListenerSet", "Certificate"),
          belong("limits at the gateway", "BackendTrafficPolicy", "HTTPRouteFilter"),
          belong("monitoring", "PrometheusRule", "ServiceMonitor", "PodMonitor"));

  /** Fields that may not change in any kind. */
  private static final Map<String, String> FIELDS =
      table(
          belong("the security context", "securityContext", "podSecurityContext"),
          belong("the security context", "hostNetwork", "hostPID", "hostIPC", "hostUsers"),
          belong("the security context", "hostPort", "hostIP", "shareProcessNamespace"),
          belong("the security context", "procMount", "devicePath", "volumeDevices"),
          belong("the service account", "serviceAccountName", "serviceAccount"),
          belong("the service account", "serviceAccountRef", "automountServiceAccountToken"),
          belong("isolation", "priorityClassName", "priority", "preemptionPolicy", "nodeSelector"),
          belong("isolation", "tolerations", "affinity", "nodeName", "runtimeClassName"),
          belong("isolation", "schedulerName", "schedulingGates", "resourceClaims"),
          belong("isolation", "topologySpreadConstraints", "dnsPolicy", "dnsConfig"),
          belong("isolation", "ephemeralContainers", "imagePullSecrets", "overhead"),
          belong("isolation", "selector", "labelSelector", "matchLabels", "matchExpressions"),
          belong("isolation", "namespaceSelector", "podSelector", "podMetadata"),
          belong("isolation", "inheritMetadata", "extensionRef", "requestMirror"),
          belong("isolation", "externalIPs", "externalName", "loadBalancerIP", "nodePort"),
          belong("isolation", "loadBalancerClass", "loadBalancerSourceRanges", "clusterIP"),
          belong("isolation", "clusterIPs", "healthCheckNodePort", "publishNotReadyAddresses"),
          belong("the network of the cluster", "ipFamilies", "ipFamilyPolicy", "appProtocol"),
          belong("the network of the cluster", "internalTrafficPolicy", "externalTrafficPolicy"),
          belong("the network of the cluster", "trafficDistribution", "sessionAffinityConfig"),
          belong("the network of the cluster", "allocateLoadBalancerNodePorts"),
          belong("the course of jobs", "podFailurePolicy", "successPolicy", "completionMode"),
          belong("the course of jobs", "backoffLimitPerIndex", "maxFailedIndexes", "managedBy"),
          belong("the course of jobs", "podReplacementPolicy", "manualSelector"),
          belong("the course of pods", "resizePolicy", "restartPolicyRules", "restartPolicy", "os"),
          belong("the course of pods", "claims", "mountPropagation", "recursiveReadOnly"),
          belong("the course of pods", "readinessGates", "stopSignal", "workloadRef"),
          belong("metrics that nobody measures", "external", "object", "pods"),
          belong("the kind of storage", "accessModes", "volumeMode", "galera"),
          belong("isolation", "bootstrapFrom", "s3", "storageClassName", "volumeName"),
          belong("isolation", "dataSource", "dataSourceRef", "volumeAttributesClassName"),
          belong("isolation", "service", "primaryService", "secondaryService", "myCnf"),
          belong("isolation", "scaleTargetRef", "jobTemplateRef", "claimRef"),
          belong("host names", "hostname", "hostnames", "hostAliases", "dnsNames", "commonName"),
          belong("host names", "parentRef", "parentRefs", "setHostnameAsFQDN", "subdomain"),
          belong("host names", "hostnameOverride"),
          belong("host names", "useDefaultGateways"),
          belong("the namespace", "namespace", "namespaces", "generateName"));

  private static final Set<String> PROGRAM =
      Set.of("args", "command", "env", "envFrom", "lifecycle", "volumes", "volumeMounts");

  private static final Set<String> EXPOSING = Set.of("NodePort", "LoadBalancer", "ExternalName");

  /** Volumes that hold only what the tenant has already. */
  private static final Set<String> VOLUMES =
      Set.of("name", "emptyDir", "configMap", "persistentVolumeClaim", "downwardAPI");

  private final String namespace;

  /** The boundaries of the tenant in a namespace. */
  Boundaries(String namespace) {
    this.namespace = namespace;
  }

  /** Whether anything of a kind may change. */
  static boolean mayChange(String kind) {
    return !KINDS.containsKey(kind);
  }

  /** Whether an object is outside the tenant's namespace; the Namespace itself is the tenant's. */
  boolean isElsewhere(ObjectRef ref) {
    return !ref.kind().equals("Namespace") && !ref.namespace().equals(namespace);
  }

  /** Whether objects of a kind are alerts, or say what is scraped. */
  static boolean isMonitoring(String kind) {
    return "monitoring".equals(KINDS.get(kind));
  }

  /** The change that makes it another object; empty if there is none. */
  static Optional<String> identity(List<FieldChange> changes) {
    return changes.stream()
        .filter(
            c ->
                c.isBelow("apiVersion")
                    || c.isBelow("kind")
                    || c.isBelow("metadata", "name")
                    || c.isBelow("metadata", "namespace"))
        .map(FieldChange::display)
        .findFirst();
  }

  /** Everything that changes but must not, each subject once, in the order of the fields. */
  List<Violation> violations(ObjectRef ref, Map<String, ?> before, List<FieldChange> changes) {
    String kind = KINDS.get(ref.kind());
    if (kind == null && ref.apiVersion().startsWith("generators.external-secrets.io/")) {
      kind = "secrets";
    }
    if (kind == null && isDashboard(before)) {
      kind = "monitoring";
    }
    if (kind == null && isOfServer(ref, before)) {
      kind = "isolation";
    }
    if (kind != null && !changes.isEmpty()) {
      return List.of(new Violation(kind, changes.get(0).display()));
    }
    Map<String, Violation> found = new LinkedHashMap<>();
    Set<String> images = ImagesOf.repositories(before);
    for (FieldChange change : changes) {
      (isProgram(ref, change) ? Optional.of("isolation") : subject(change, images))
          .ifPresent(s -> found.putIfAbsent(s, new Violation(s, change.display())));
    }
    return new ArrayList<>(found.values());
  }

  private static Optional<String> subject(FieldChange change, Set<String> images) {
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

  /** The path without free text: keys of data, labels and annotations. */
  private static List<String> fields(FieldChange change) {
    List<String> path = change.path();
    if (change.isBelow("data") || change.isBelow("binaryData")) {
      return List.of();
    }
    int metadata = path.lastIndexOf("metadata");
    return metadata < 0 ? path : path.subList(0, metadata);
  }

  private static Optional<String> value(FieldChange change, Set<String> images) {
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
    return labels(tree).containsKey("grafana_dashboard");
  }

  /** Whether it is a text that the database runs as its administrator. */
  private static boolean isOfServer(ObjectRef ref, Map<String, ?> tree) {
    return ref.kind().equals("ConfigMap")
        && "database".equals(labels(tree).get("app.kubernetes.io/component"));
  }

  /** Whether it decides what the database runs, or what that reads when it starts. */
  private static boolean isProgram(ObjectRef ref, FieldChange change) {
    return ref.kind().equals("MariaDB")
        && PROGRAM.stream().anyMatch(field -> change.isBelow("spec", field));
  }

  private static Map<?, ?> labels(Map<String, ?> tree) {
    return tree.get("metadata") instanceof Map<?, ?> metadata
            && metadata.get("labels") instanceof Map<?, ?> labels
        ? labels
        : Map.of();
  }

  private static Map<String, String> belong(String subject, String... names) {
    return Arrays.stream(names).collect(Collectors.toMap(name -> name, name -> subject));
  }

  @SafeVarargs
  private static Map<String, String> table(Map<String, String>... rows) {
    Map<String, String> table = new LinkedHashMap<>();
    for (Map<String, String> row : rows) {
      table.putAll(row);
    }
    return Map.copyOf(table);
  }

  /**
   * Something that must not change.
   *
   * @param subject what it belongs to, for instance {@code isolation}
   * @param place the field
   */
  record Violation(String subject, String place) {}
}
