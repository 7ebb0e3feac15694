package io.tenantsmith.render.platform;

import java.util.List;

/** What tenants used in an hour, as it is billed. */
final class MeteringRules {

  private static final List<RecordingRule> RULES =
      List.of(
          new RecordingRule(
              "tenant_metering_cpu_hours",
              """
              label_replace(
                sum by (namespace) (sum_over_time(tenant:container_cpu_usage_cores:rate5m[59m59s])) / 60,
                "tenant", "$1", "namespace", "@prefix@(.+)"
              )
              """),
          new RecordingRule(
              "tenant_metering_memory_gb_hours",
              """
              label_replace(
                sum by (namespace) (sum_over_time(tenant:container_memory_working_set_bytes:sum[59m59s])) / 60 / 1024 ^ 3,
                "tenant", "$1", "namespace", "@prefix@(.+)"
              )
              """),
          new RecordingRule(
              "tenant_metering_storage_gb_hours",
              """
              label_replace(
                sum by (namespace) (sum_over_time(tenant:pvc_requested_bytes:sum[59m59s])) / 60 / 1024 ^ 3,
                "tenant", "$1", "namespace", "@prefix@(.+)"
              )
              """),
          new RecordingRule(
              "tenant_metering_api_requests",
              """
              label_replace(
                sum by (namespace) (sum_over_time(tenant:gateway_requests:rate5m[59m59s])) * 60,
                "tenant", "$1", "namespace", "@prefix@(.+)"
              )
              """),
          new RecordingRule(
              "tenant_metering_content_workflows",
              """
              label_replace(
                sum by (namespace) (sum_over_time(tenant:content_workflows:rate5m[59m59s])) * 60,
                "tenant", "$1", "namespace", "@prefix@(.+)"
              )
              """),
          new RecordingRule(
              "tenant_metering_database_queries",
              """
              label_replace(
                sum by (namespace) (sum_over_time(tenant:database_questions:rate5m[59m59s])) * 60,
                "tenant", "$1", "namespace", "@prefix@(.+)"
              )
              """),
          new RecordingRule(
              "tenant_metering_bandwidth_gb",
              """
              label_replace(
                sum by (namespace) (sum_over_time(tenant:gateway_bytes:rate5m[59m59s])) * 60 / 1024 ^ 3,
                "tenant", "$1", "namespace", "@prefix@(.+)"
              )
              """));

  private MeteringRules() {}

  /** In the order in which they read each other. */
  static List<RecordingRule> all() {
    return RULES;
  }
}
