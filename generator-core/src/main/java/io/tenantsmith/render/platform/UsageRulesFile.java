package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.tenantsmith.model.Fleet;
import java.util.List;
import java.util.Map;

/** The series of all tenants' usage, for dashboards, alerts and bills. */
final class UsageRulesFile implements PlatformFile {

  @Override
  public String path() {
    return "monitoring/usage-rules.yaml";
  }

  @Override
  public List<HasMetadata> objects(Platform platform) {
    Fleet.Monitoring monitoring = platform.fleet().services().monitoring();
    ObjectMeta metadata = platform.metadata(monitoring.namespace(), "tenant-usage");
    metadata.getLabels().put("release", monitoring.release());
    String prefix = platform.fleet().namespacePrefix().value();
    return List.of(
        CustomObject.of(
            "monitoring.coreos.com/v1",
            "PrometheusRule",
            metadata,
            Map.of(
                "groups",
                List.of(
                    group("tenant-usage", UsageRules.all(), prefix),
                    group("tenant-metering", MeteringRules.all(), prefix)))));
  }

  private static Map<String, Object> group(String name, List<RecordingRule> rules, String prefix) {
    List<Map<String, Object>> trees = rules.stream().map(rule -> rule.of(prefix)).toList();
    return Map.of("name", name, "interval", "1m", "rules", trees);
  }
}
