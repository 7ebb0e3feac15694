package io.tenantsmith.render.monitoring;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.tenantsmith.json.JsonWriter;
import io.tenantsmith.render.kit.TenantScope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A tenant's dashboard for Grafana, two panels in a row. */
final class TenantDashboard {

  private static final int HEIGHT = 8;
  private static final int WIDTH = 12;

  private static final List<Panel> PANELS =
      List.of(
          new Panel(
              "CPU, percent of limit", "percent", "tenant_cpu_usage_percent", "{{container}}"),
          new Panel(
              "Memory, percent of limit",
              "percent",
              "tenant_memory_usage_percent",
              "{{container}}"),
          new Panel(
              "Volumes, percent full",
              "percent",
              "tenant_disk_usage_percent",
              "{{persistentvolumeclaim}}"),
          new Panel("Requests per second", "reqps", "tenant:gateway_requests:rate5m", "requests"),
          new Panel(
              "Database statements per second",
              "ops",
              "tenant:database_questions:rate5m",
              "statements"),
          new Panel(
              "Content workflows per hour",
              "short",
              "tenant_metering_content_workflows",
              "workflows"));

  private TenantDashboard() {}

  private record Panel(String title, String unit, String series, String legend) {}

  /** The ConfigMap that Grafana's sidecar reads. */
  static ConfigMap of(TenantScope scope) {
    ObjectMeta metadata = scope.metadata("tenant-dashboard");
    metadata.setAnnotations(new TreeMap<>(Map.of("grafana_folder", "Tenants")));
    metadata.getLabels().put("grafana_dashboard", "1");
    ConfigMap map = new ConfigMap();
    map.setMetadata(metadata);
    map.setData(Map.of(uid(scope) + ".json", JsonWriter.pretty(json(scope))));
    return map;
  }

  private static String uid(TenantScope scope) {
    return "tenant-" + scope.id();
  }

  private static Map<String, Object> json(TenantScope scope) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("uid", uid(scope));
    json.put("title", "Tenant " + scope.tenant().displayName());
    json.put("tags", List.of("tenant", scope.tenant().tier()));
    json.put("timezone", "utc");
    json.put("schemaVersion", 41);
    json.put("editable", false);
    json.put("refresh", "1m");
    json.put("time", ordered("from", "now-24h", "to", "now"));
    json.put(
        "panels", PANELS.stream().map(panel -> json(panel, PANELS.indexOf(panel), scope)).toList());
    return json;
  }

  private static Map<String, Object> json(Panel panel, int index, TenantScope scope) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", index + 1);
    json.put("type", "timeseries");
    json.put("title", panel.title());
    json.put("datasource", ordered("type", "prometheus", "uid", "prometheus"));
    json.put("gridPos", position(index));
    json.put(
        "fieldConfig", ordered("defaults", ordered("unit", panel.unit()), "overrides", List.of()));
    json.put("targets", List.of(target(panel, scope)));
    return json;
  }

  private static Map<String, Object> position(int index) {
    Map<String, Object> position = ordered("h", HEIGHT, "w", WIDTH);
    position.put("x", index % 2 * WIDTH);
    position.put("y", index / 2 * HEIGHT);
    return position;
  }

  private static Map<String, Object> target(Panel panel, TenantScope scope) {
    Map<String, Object> target = ordered("refId", "A");
    target.put("expr", panel.series() + "{namespace=\"" + scope.namespace() + "\"}");
    target.put("legendFormat", panel.legend());
    return target;
  }

  private static Map<String, Object> ordered(String key, Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(key, value);
    return map;
  }

  private static Map<String, Object> ordered(String one, Object first, String two, Object second) {
    Map<String, Object> map = ordered(one, first);
    map.put(two, second);
    return map;
  }
}
