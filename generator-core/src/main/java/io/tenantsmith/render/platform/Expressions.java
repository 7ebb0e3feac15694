package io.tenantsmith.render.platform;

import io.tenantsmith.render.ForeignPods;
import io.tenantsmith.render.TextFile;
import io.tenantsmith.template.NamedValues;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The expressions of admission policies, recorded series and alerts, each in a file of its own. */
final class Expressions {

  private static final List<String> CEL =
      List.of(
          "databases.database",
          "databases.members",
          "databases.proxy",
          "deletion.allowed",
          "deletion.approved",
          "deletion.approvedOfPlatform",
          "deletion.database",
          "deletion.generated",
          "deletion.holder",
          "deletion.marked",
          "deletion.owner",
          "hostnames.allowed",
          "hostnames.listeners",
          "hostnames.routes",
          "network.floor",
          "secrets.data",
          "secrets.dataFrom",
          "secrets.store",
          "secrets.stores");
  private static final List<String> RECORDS =
      List.of(
          "active",
          "backup_days",
          "certificate_expiry",
          "certificate_ready",
          "container_cpu_usage_cores",
          "container_memory_working_set_bytes",
          "cpu_usage_percent",
          "database_backup_time",
          "database_questions",
          "disk_usage_percent",
          "external_secret_ready",
          "files_backup_time",
          "gateway_bytes",
          "gateway_errors",
          "gateway_latency",
          "gateway_requests",
          "live",
          "memory_usage_percent",
          "metering_api_requests",
          "metering_bandwidth_gb",
          "metering_content_workflows",
          "metering_cpu_hours",
          "metering_database_queries",
          "metering_memory_gb_hours",
          "metering_storage_gb_hours",
          "pvc_requested_bytes",
          "requests_limit",
          "suspended");
  private static final List<String> TENANT_ALERTS =
      List.of(
          "archive_old",
          "backup_failed",
          "backup_old",
          "certificate",
          "certificate_expires",
          "content_month",
          "content_month_used",
          "cpu",
          "database_down",
          "database_instance",
          "database_unknown",
          "disk",
          "export_failed",
          "files_backup_old",
          "install",
          "memory",
          "pending",
          "replica_lag",
          "requests",
          "secret",
          "site",
          "site_errors",
          "usage",
          "workload");
  private static final List<String> PLATFORM_ALERTS =
      List.of(
          "backup_old",
          "certificate",
          "certificate_expires",
          "content_down",
          "content_failed",
          "content_refused",
          "content_settings",
          "content_unknown",
          "disk",
          "gateway",
          "gateway_refused",
          "login",
          "login_database",
          "login_tasks",
          "pending",
          "secret",
          "series",
          "sync",
          "sync_argocd",
          "sync_flux",
          "targets",
          "tenants",
          "workloads");

  /** Values of the holes; none has a special character of a regular expression. */
  private static final List<Hole> HOLES =
      List.of(
          new Hole("namespacePrefix", p -> p.fleet().namespacePrefix().value()),
          new Hole("gatewayName", p -> p.cluster().gateway().name()),
          new Hole("gatewayNamespace", p -> p.cluster().gateway().namespace()),
          new Hole("monitoringNamespace", p -> p.fleet().services().monitoring().namespace()));

  /**
   * {@code cel.<file>}, {@code record.<file>}, {@code alert.tenant.<file>} and {@code
   * alert.platform.<file>}.
   */
  static final NamedValues<Platform> VALUES = values();

  private Expressions() {}

  private static NamedValues<Platform> values() {
    NamedValues.Builder<Platform> values = NamedValues.builder();
    for (String name : CEL) {
      values.constant("cel." + name, file("policies/" + name + ".cel").onOneLine().text());
    }
    values.constant(
        "cel.deletion.operator",
        file("policies/deletion.operator.cel")
            .onOneLine()
            .filled(
                Map.of(
                    "operatorNamespace",
                    ForeignPods.OPERATOR_NAMESPACE,
                    "operatorAccount",
                    ForeignPods.OPERATOR_ACCOUNT)));
    RECORDS.forEach(name -> promql(values, "record." + name, name));
    TENANT_ALERTS.forEach(name -> promql(values, "alert.tenant." + name, "tenant/" + name));
    PLATFORM_ALERTS.forEach(name -> promql(values, "alert.platform." + name, "platform/" + name));
    return values.build();
  }

  private static void promql(NamedValues.Builder<Platform> values, String name, String path) {
    TextFile file = file("monitoring/" + path + ".promql");
    List<Hole> holes = HOLES.stream().filter(hole -> hole.isIn(file.text())).toList();
    if (holes.isEmpty()) {
      values.constant(name, file.text());
    } else {
      values.value(name, platform -> filled(file, holes, platform));
    }
  }

  private static String filled(TextFile file, List<Hole> holes, Platform platform) {
    Map<String, String> values = new TreeMap<>();
    holes.forEach(hole -> values.put(hole.name, hole.value.apply(platform)));
    return file.filled(values);
  }

  private static TextFile file(String name) {
    return TextFile.expression(Expressions.class, name);
  }

  /** A place in expressions where clusters differ. */
  private record Hole(String name, Function<Platform, String> value) {
    boolean isIn(String text) {
      return text.contains("${" + name + "}");
    }
  }
}
