package io.tenantsmith.render.monitoring;

import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.render.monitoring.TenantAlert.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * The alerts of a tenant. They read series that the platform records once for all tenants; nothing
 * of a tenant's own text is in them, since Prometheus takes a summary for a template.
 */
final class TenantAlerts {

  private static final String ROUNDED = "{{ $value | printf \"%.0f\" }}";
  private static final String SOMEWHERE = " in {{ $labels.namespace }} ";

  private final ResolvedTenant tenant;

  TenantAlerts(ResolvedTenant tenant) {
    this.tenant = tenant;
  }

  /** All of them. */
  List<TenantAlert> all() {
    List<TenantAlert> alerts = new ArrayList<>(List.of(cpu(), memory(), disk(), site(), pending()));
    alerts.addAll(List.of(database(), backup(), usage()));
    tenant
        .get(TierKeys.LIMIT_API_REQUESTS)
        .amount()
        .ifPresent(limit -> alerts.add(requests(limit)));
    return alerts;
  }

  private TenantAlert cpu() {
    return new TenantAlert(
        "TenantHighCPUUsage",
        "CPU of container {{ $labels.container }}"
            + SOMEWHERE
            + "is at "
            + ROUNDED
            + "% of its limit",
        series("tenant_cpu_usage_percent") + " > 85",
        "5m",
        Severity.WARNING);
  }

  private TenantAlert memory() {
    return new TenantAlert(
        "TenantHighMemoryUsage",
        "Memory of container {{ $labels.container }}"
            + SOMEWHERE
            + "is at "
            + ROUNDED
            + "% of its limit",
        series("tenant_memory_usage_percent") + " > 90",
        "5m",
        Severity.WARNING);
  }

  private TenantAlert disk() {
    return new TenantAlert(
        "TenantDiskSpaceLow",
        "Volume {{ $labels.persistentvolumeclaim }}" + SOMEWHERE + "is " + ROUNDED + "% full",
        series("tenant_disk_usage_percent") + " > 90",
        "2m",
        Severity.CRITICAL);
  }

  private TenantAlert site() {
    String available =
        series("kube_deployment_status_replicas_available", "deployment=\"wordpress\"");
    return new TenantAlert(
        "TenantSiteDown",
        "No web pod of {{ $labels.namespace }} is available",
        "max by (namespace) (" + available + ") == 0",
        "5m",
        Severity.CRITICAL);
  }

  /** Also finds a generated Secret that somebody deleted: it is never made again by itself. */
  private TenantAlert pending() {
    return new TenantAlert(
        "TenantPodPending",
        "Pod {{ $labels.pod }}"
            + SOMEWHERE
            + "does not start; a Secret, a volume or a node is missing",
        "max by (namespace, pod) ("
            + series("kube_pod_status_phase", "phase=\"Pending\"")
            + ") == 1",
        "15m",
        Severity.WARNING);
  }

  private TenantAlert database() {
    return new TenantAlert(
        "TenantDatabaseDown",
        "No MariaDB instance of {{ $labels.namespace }} answers",
        "max by (namespace) (" + series("mysql_up") + ") == 0",
        "2m",
        Severity.CRITICAL);
  }

  private TenantAlert backup() {
    String failed = series("kube_job_status_failed", "job_name=~\"mariadb-nightly.*\"");
    return new TenantAlert(
        "TenantBackupFailed",
        "Backup job {{ $labels.job_name }}" + SOMEWHERE + "failed",
        "max by (namespace, job_name) (" + failed + ") > 0",
        "5m",
        Severity.CRITICAL);
  }

  private TenantAlert usage() {
    return new TenantAlert(
        "TenantUsageMissing",
        "No usage series for tenant " + tenant.id().value() + "; metering is blind",
        "absent(" + series("tenant_cpu_usage_percent", "container=\"wordpress\"") + ")",
        "15m",
        Severity.WARNING);
  }

  /** Samples of a minute each; a window of a second less than a day holds 1440 of them. */
  private TenantAlert requests(long limit) {
    return new TenantAlert(
        "TenantRequestsOverPlan",
        "{{ $labels.namespace }} served " + ROUNDED + " requests in a day; the plan has " + limit,
        "sum_over_time("
            + series("tenant:gateway_requests:rate5m")
            + "[23h59m59s]) * 60 > "
            + limit,
        "5m",
        Severity.INFO);
  }

  private String series(String name) {
    return name + "{namespace=\"" + tenant.namespace() + "\"}";
  }

  private String series(String name, String matcher) {
    return name + "{namespace=\"" + tenant.namespace() + "\", " + matcher + "}";
  }
}
