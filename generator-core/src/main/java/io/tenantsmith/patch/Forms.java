package io.tenantsmith.patch;

import io.tenantsmith.objects.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the API server checks of single fields of the kinds that may be patched, beyond their types:
 * words, ranges, names. A field is found by its name and, where a name means several things, by the
 * field that holds it; in a list, by the list's name.
 */
final class Forms {

  private static final int MAX = Integer.MAX_VALUE;

  /** By field; {@code holder.field} goes before {@code field}. */
  private static final Map<String, Form> FORMS = table();

  /** What must be there, by the field that holds it; in a list, in each item. */
  private static final Map<String, List<String>> NEEDED =
      Map.ofEntries(
          Map.entry("containers[]", List.of("name", "image")),
          Map.entry("initContainers[]", List.of("name", "image")),
          Map.entry("env[]", List.of("name")),
          Map.entry("volumeMounts[]", List.of("name", "mountPath")),
          Map.entry("volumes[]", List.of("name")),
          Map.entry("httpGet", List.of("port")),
          Map.entry("tcpSocket", List.of("port")),
          Map.entry("grpc", List.of("port")),
          Map.entry("httpHeaders[]", List.of("name")),
          Map.entry("exec", List.of("command")),
          Map.entry("configMapKeyRef", List.of("name", "key")),
          Map.entry("secretKeyRef", List.of("name", "key")),
          Map.entry("fieldRef", List.of("fieldPath")),
          Map.entry("resourceFieldRef", List.of("resource")),
          Map.entry("configMapRef", List.of("name")),
          Map.entry("secretRef", List.of("name")),
          Map.entry("configMap", List.of("name")),
          Map.entry("volumeSnapshot", List.of("volumeSnapshotClassName")),
          Map.entry("policies[]", List.of("type", "value", "periodSeconds")),
          Map.entry("metrics[]", List.of("type")),
          Map.entry("resource", List.of("name", "target")),
          Map.entry("containerResource", List.of("name", "container", "target")),
          Map.entry("target", List.of("type")),
          Map.entry("filters[]", List.of("type")),
          Map.entry("set[]", List.of("name", "value")),
          Map.entry("add[]", List.of("name", "value")),
          Map.entry("headers[]", List.of("name", "value")),
          Map.entry("queryParams[]", List.of("name", "value")),
          Map.entry("backendRefs[]", List.of("name", "port")));

  private Forms() {}

  /** Everything that is wrong with single fields of an object's spec. */
  static List<Fault> faults(Node spec) {
    List<Fault> faults = new ArrayList<>();
    walk(spec, "", "", faults);
    return faults;
  }

  private static void walk(Node node, String name, String holder, List<Fault> faults) {
    if (node.value() instanceof Map<?, ?>) {
      String needing = node.step() instanceof Integer ? name + "[]" : name;
      for (String needed : NEEDED.getOrDefault(needing, List.of())) {
        if (node.get(needed).isMissing()) {
          faults.add(new Fault(node.get(needed), "is missing"));
        }
      }
      node.entries().forEach(entry -> walk(entry, entry.step().toString(), name, faults));
    } else if (node.value() instanceof List<?>) {
      node.items().forEach(item -> walk(item, name, holder, faults));
    } else if (node.value() != null) {
      Form form = FORMS.getOrDefault(holder + "." + name, FORMS.get(name));
      if (form != null) {
        form.fault(node.value()).ifPresent(fact -> faults.add(new Fault(node, fact)));
      }
    }
  }

  private static Map<String, Form> table() {
    Map<String, Form> table = new HashMap<>();
    words(table);
    numbers(table);
    ranges(table);
    amounts(table);
    names(table);
    return Map.copyOf(table);
  }

  private static void words(Map<String, Form> table) {
    put(table, Form.word("RollingUpdate", "Recreate"), "strategy.type");
    put(table, Form.word("Always", "Never", "IfNotPresent"), "imagePullPolicy");
    put(table, Form.word("File", "FallbackToLogsOnError"), "terminationMessagePolicy");
    put(table, Form.word("TCP", "UDP", "SCTP"), "protocol");
    put(table, Form.word("HTTP", "HTTPS"), "httpGet.scheme");
    put(table, Form.word("debug", "info", "warn", "error", "dpanic", "panic", "fatal"), "logLevel");
    put(table, Form.word("http", "https"), "requestRedirect.scheme");
    put(table, Form.word("None", "ClientIP"), "sessionAffinity");
    put(table, Form.word("ClusterIP"), ".type");
    put(table, Form.word("IfHealthyBudget", "AlwaysAllow"), "unhealthyPodEvictionPolicy");
    put(table, Form.word("Max", "Min", "Disabled"), "selectPolicy");
    put(table, Form.word("Pods", "Percent"), "policies.type");
    put(table, Form.word("Resource", "ContainerResource"), "metrics.type");
    put(table, Form.word("Utilization", "AverageValue"), "target.type");
    put(table, Form.word("cpu", "memory"), "resource.name", "containerResource.name");
    put(table, Form.word("Exact", "PathPrefix", "RegularExpression"), "path.type");
    put(table, Form.word("none", "bzip2", "gzip"), "compression");
    put(table, Form.word("Replica", "PreferReplica"), "target");
    put(
        table,
        Form.word("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"),
        "matches.method");
    put(
        table,
        Form.word("limits.cpu", "limits.memory", "requests.cpu", "requests.memory"),
        "resourceFieldRef.resource");
    put(
        table,
        Form.word("ReplicasFirstPrimaryLast", "RollingUpdate", "OnDelete", "Never"),
        "updateStrategy.type");
  }

  private static void numbers(Map<String, Form> table) {
    put(
        table,
        Form.number(0, MAX),
        "replicas",
        "revisionHistoryLimit",
        "successfulJobsHistoryLimit",
        "failedJobsHistoryLimit",
        "minReadySeconds",
        "progressDeadlineSeconds",
        "initialDelaySeconds",
        "timeoutSeconds",
        "periodSeconds",
        "successThreshold",
        "failureThreshold",
        "backoffLimit",
        "parallelism",
        "ttlSecondsAfterFinished");
    put(table, Form.number(1, MAX), "activeDeadlineSeconds", "minReplicas", "maxReplicas");
    put(table, Form.number(1, MAX), "policies.value", "averageUtilization");
    put(table, Form.number(0, MAX), "terminationGracePeriodSeconds");
  }

  private static void ranges(Map<String, Form> table) {
    put(table, Form.number(1, 1800), "policies.periodSeconds");
    put(table, Form.number(0, 3600), "stabilizationWindowSeconds");
    put(table, Form.number(0, 511), "defaultMode", "items.mode");
    put(table, Form.number(301, 308), "requestRedirect.statusCode");
    put(table, Form.number(0, 1_000_000), "weight");
    put(table, Form.number(1, 65_535), "containerPort", "ports.port", "grpc.port");
    put(table, Form.number(1, 65_535), "backendRefs.port", "requestRedirect.port");
    put(table, Form.number(1, 86_400), "clientIP.timeoutSeconds");
    put(table, Form.PORT, "httpGet.port", "tcpSocket.port", "targetPort");
  }

  private static void amounts(Map<String, Form> table) {
    put(table, Form.AMOUNT, "requests.cpu", "requests.memory", "requests.ephemeral-storage");
    put(table, Form.AMOUNT, "limits.cpu", "limits.memory", "limits.ephemeral-storage");
    put(table, Form.AMOUNT, "sizeLimit", "divisor", "tolerance");
    put(table, Form.SOME, "requests.storage", "size", "averageValue");
    put(table, Form.SHARE, "minAvailable", "maxUnavailable");
    put(table, Form.SURGE, "maxSurge");
  }

  private static void names(Map<String, Form> table) {
    put(table, Form.LABEL, "containers.name", "initContainers.name", "volumes.name");
    put(table, Form.LABEL, "container");
    put(table, Form.SUBDOMAIN, "rules.name");
    put(table, Form.PORT_NAME, "ports.name");
    put(table, Form.TEXT, "env.name", "volumeMounts.name", "mountPath", "key", "image");
    put(table, Form.TEXT, "command", "fieldPath");
    put(table, Form.SUBDOMAIN, "configMapKeyRef.name", "secretKeyRef.name", "configMapRef.name");
    put(table, Form.SUBDOMAIN, "secretRef.name", "configMap.name", "claimName", "backendRefs.name");
    put(table, Form.PLAIN_HEADER, "httpHeaders.name");
    put(table, Form.HEADER, "set.name", "add.name", "headers.name");
    put(table, Form.HEADER, "remove", "queryParams.name");
    put(table, Form.TEXT, "set.value", "add.value", "headers.value", "queryParams.value");
    put(table, Form.DURATION, "timeouts.request", "timeouts.backendRequest");
    put(table, Form.PATH, "replaceFullPath", "replacePrefixMatch");
  }

  private static void put(Map<String, Form> table, Form form, String... fields) {
    for (String field : fields) {
      table.put(field, form);
    }
  }

  /** A field and what is wrong with it. */
  record Fault(Node place, String fact) {}
}
