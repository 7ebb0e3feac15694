package io.tenantsmith.render.platform;

import io.tenantsmith.render.ForeignPods;
import io.tenantsmith.render.TextFile;
import io.tenantsmith.template.NamedValues;
import java.util.List;
import java.util.Map;

/** The expressions of admission policies and of recorded series, each in a file of its own. */
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
  private static final List<String> PROMQL =
      List.of(
          "container_cpu_limit_cores",
          "container_cpu_usage_cores",
          "container_memory_limit_bytes",
          "container_memory_working_set_bytes",
          "content_workflows",
          "cpu_usage_percent",
          "database_questions",
          "disk_usage_percent",
          "gateway_bytes",
          "gateway_requests",
          "memory_usage_percent",
          "metering_api_requests",
          "metering_bandwidth_gb",
          "metering_content_workflows",
          "metering_cpu_hours",
          "metering_database_queries",
          "metering_memory_gb_hours",
          "metering_storage_gb_hours",
          "pvc_requested_bytes");

  /** {@code cel.<file>} and {@code promql.<file>}. */
  static final NamedValues<Platform> VALUES = values();

  private Expressions() {}

  private static NamedValues<Platform> values() {
    NamedValues.Builder<Platform> values = NamedValues.builder();
    for (String name : CEL) {
      values.constant("cel." + name, file("policies/" + name + ".cel").onOneLine().text());
    }
    for (String name : PROMQL) {
      TextFile file = file("monitoring/" + name + ".promql");
      values.value("promql." + name, platform -> ofFleet(file, platform));
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
    TextFile certificate = file("monitoring/platform_certificate.promql");
    return values
        .constant("promql.certificate_ready", file("monitoring/certificate_ready.promql").text())
        .value("promql.platform_certificate", platform -> ofGateway(certificate, platform))
        .build();
  }

  /**
   * Fills in the prefix of namespaces, which holds no special character of a regular expression.
   */
  private static String ofFleet(TextFile file, Platform platform) {
    return file.filled(Map.of("namespacePrefix", platform.fleet().namespacePrefix().value()));
  }

  private static String ofGateway(TextFile file, Platform platform) {
    return file.filled(Map.of("gatewayNamespace", platform.cluster().gateway().namespace()));
  }

  private static TextFile file(String name) {
    return TextFile.expression(Expressions.class, name);
  }
}
