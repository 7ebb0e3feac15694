package io.tenantsmith.render;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Series that Prometheus has where a cluster is as README.md asks: what dashboards may read. */
public final class KnownSeries {

  /** What the platform's rules record; a test holds them together. */
  public static final Set<String> RECORDED =
      Set.of(
          "namespace:certificate_expiry_time:min",
          "namespace:certificate_ready:max",
          "namespace:external_secret_ready:max",
          "tenant:active:info",
          "tenant:backup_days:max",
          "tenant:container_cpu_usage_cores:rate5m",
          "tenant:container_memory_working_set_bytes:sum",
          "tenant:database_backup_time:max",
          "tenant:database_questions:rate5m",
          "tenant:files_backup_time:max",
          "tenant:gateway_bytes:rate5m",
          "tenant:gateway_errors:rate5m",
          "tenant:gateway_latency_ms:p95",
          "tenant:gateway_requests:rate5m",
          "tenant:live:info",
          "tenant:pvc_requested_bytes:sum",
          "tenant:requests_per_day:limit",
          "tenant:suspended:info",
          "tenant_cpu_usage_percent",
          "tenant_disk_usage_percent",
          "tenant_memory_usage_percent",
          "tenant_metering_api_requests",
          "tenant_metering_bandwidth_gb",
          "tenant_metering_content_workflows",
          "tenant_metering_cpu_hours",
          "tenant_metering_database_queries",
          "tenant_metering_memory_gb_hours",
          "tenant_metering_storage_gb_hours");

  /** How the names begin of what the output makes Prometheus scrape. */
  private static final Set<String> SCRAPED = Set.of("authentik", "content", "envoy", "mysql");

  private static final Set<String> PREFIXES =
      Stream.concat(
              SCRAPED.stream(),
              Stream.concat(ForeignSeries.ALL.stream(), Stream.of(ForeignSeries.SYNC))
                  .map(ForeignSeries::prefix))
          .collect(Collectors.toUnmodifiableSet());

  private KnownSeries() {}

  /** Whether a series is recorded, scraped, or among the needs of README.md. */
  public static boolean has(String name) {
    return RECORDED.contains(name)
        || (name.indexOf('_') > 0 && PREFIXES.contains(name.substring(0, name.indexOf('_'))));
  }
}
