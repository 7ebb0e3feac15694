package io.tenantsmith.objects;

import io.tenantsmith.objects.ImmutableField.Refuser;
import io.tenantsmith.objects.ImmutableField.Since;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every field that is known to be fixed in an object that is there. What renders gives an object a
 * new name where one of them moves, patches leave them alone, and a plan says what a change of one
 * would meet.
 *
 * <p>Those of built-in kinds were tried at an API server of Kubernetes 1.36; those of the
 * database's operator are the ones of its webhooks in version 26.6.
 */
public final class ImmutableFields {

  private static final Map<String, List<ImmutableField>> BY_KIND =
      Map.copyOf(
          Stream.of(workloads(), builtIn(), marked(), ofDatabases(), besideDatabases())
              .flatMap(List::stream)
              .collect(
                  Collectors.groupingBy(ImmutableField::kind, Collectors.toUnmodifiableList())));

  private ImmutableFields() {}

  /** The fields of a kind; none if none is known. */
  public static List<ImmutableField> of(String kind) {
    return BY_KIND.getOrDefault(kind, List.of());
  }

  /** All of them, sorted by kind. */
  public static List<ImmutableField> all() {
    return BY_KIND.keySet().stream().sorted().flatMap(kind -> of(kind).stream()).toList();
  }

  /** The fields that differ between two versions of an object in a way that is refused. */
  public static List<ImmutableField> refused(
      String kind, Map<String, Object> before, Map<String, Object> after) {
    return of(kind).stream().filter(field -> field.isRefused(before, after)).toList();
  }

  private static List<ImmutableField> workloads() {
    return join(
        server("Deployment", Since.CREATED, "spec.selector"),
        server("DaemonSet", Since.CREATED, "spec.selector"),
        server("ReplicaSet", Since.CREATED, "spec.selector"),
        server(
            "StatefulSet",
            Since.CREATED,
            "spec.selector",
            "spec.serviceName",
            "spec.podManagementPolicy",
            "spec.volumeClaimTemplates"),
        server("Job", Since.CREATED, "spec.template", "spec.completions", "spec.completionMode"),
        server("Job", Since.CREATED, "spec.podFailurePolicy", "spec.successPolicy"),
        server("Job", Since.CREATED, "spec.backoffLimitPerIndex", "spec.managedBy"),
        server("Job", Since.STATED, "spec.selector"));
  }

  private static List<ImmutableField> builtIn() {
    return join(
        server(
            "PersistentVolumeClaim",
            Since.CREATED,
            "spec.accessModes",
            "spec.volumeMode",
            "spec.selector",
            "spec.dataSource",
            "spec.dataSourceRef"),
        server("PersistentVolumeClaim", Since.STATED, "spec.storageClassName", "spec.volumeName"),
        server("Service", Since.STATED, "spec.clusterIP"),
        server("RoleBinding", Since.CREATED, "roleRef"),
        server("ClusterRoleBinding", Since.CREATED, "roleRef"),
        server("ResourceQuota", Since.CREATED, "spec.scopes"),
        server("PriorityClass", Since.CREATED, "value", "preemptionPolicy"),
        server(
            "StorageClass",
            Since.CREATED,
            "provisioner",
            "parameters",
            "reclaimPolicy",
            "volumeBindingMode"),
        server("Secret", Since.CREATED, "type"),
        server("GatewayClass", Since.CREATED, "spec.controllerName"));
  }

  private static List<ImmutableField> marked() {
    return join(
        server("Secret", Since.MARKED, "data", "stringData", "immutable"),
        server("ConfigMap", Since.MARKED, "data", "binaryData", "immutable"));
  }

  private static List<ImmutableField> ofDatabases() {
    return join(
        webhook(
            "MariaDB",
            Since.CREATED,
            "spec.storage.storageClassName",
            "spec.timeZone",
            "spec.database",
            "spec.username",
            "spec.connection",
            "spec.primaryConnection",
            "spec.secondaryConnection",
            "spec.affinity.antiAffinityEnabled",
            "spec.metrics.exporter.affinity.antiAffinityEnabled",
            "spec.metrics.exporter.priorityClassName",
            "spec.replication.gtidDomainId",
            "spec.replication.serverIdStartIndex",
            "spec.bootstrapFrom.targetRecoveryTime",
            "spec.bootstrapFrom.stagingStorage"),
        webhook(
            "MariaDB",
            Since.STATED,
            "spec.rootPasswordSecretKeyRef",
            "spec.rootEmptyPassword",
            "spec.serviceAccountName",
            "spec.metrics.username",
            "spec.storage.ephemeral",
            "spec.bootstrapFrom.backupRef",
            "spec.bootstrapFrom.volumeSnapshotRef",
            "spec.bootstrapFrom.backupContentType",
            "spec.bootstrapFrom.s3",
            "spec.bootstrapFrom.azureBlob",
            "spec.bootstrapFrom.volume"));
  }

  private static List<ImmutableField> besideDatabases() {
    return join(
        webhook(
            "PhysicalBackup",
            Since.CREATED,
            "spec.mariaDbRef",
            "spec.priorityClassName",
            "spec.restartPolicy",
            "spec.schedule.cron",
            "spec.stagingStorage",
            "spec.storage"),
        webhook("PhysicalBackup", Since.STATED, "spec.serviceAccountName"),
        webhook(
            "Database",
            Since.CREATED,
            "spec.mariaDbRef",
            "spec.name",
            "spec.characterSet",
            "spec.collate"),
        webhook("User", Since.CREATED, "spec.mariaDbRef", "spec.name", "spec.host"),
        webhook(
            "Grant",
            Since.CREATED,
            "spec.mariaDbRef",
            "spec.database",
            "spec.table",
            "spec.username",
            "spec.host",
            "spec.grantOption"),
        webhook("PointInTimeRecovery", Since.CREATED, "spec.compression"));
  }

  private static List<ImmutableField> server(String kind, Since since, String... paths) {
    return fields(kind, since, Refuser.API_SERVER, paths);
  }

  private static List<ImmutableField> webhook(String kind, Since since, String... paths) {
    return fields(kind, since, Refuser.WEBHOOK, paths);
  }

  private static List<ImmutableField> fields(
      String kind, Since since, Refuser by, String... paths) {
    return Arrays.stream(paths)
        .map(path -> new ImmutableField(kind, List.of(path.split("\\.", -1)), since, by))
        .toList();
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static List<ImmutableField> join(List<ImmutableField>... lists) {
    List<ImmutableField> joined = new ArrayList<>();
    for (List<ImmutableField> list : lists) {
      joined.addAll(list);
    }
    return joined;
  }
}
