package io.tenantsmith.render.monitoring;

import io.tenantsmith.render.kit.TenantScope;
import java.util.Map;

/**
 * One alert of a tenant.
 *
 * @param summary a template of Prometheus
 * @param expression true while it is firing
 * @param patience how long it must be true before anybody is told
 */
record TenantAlert(
    String name, String summary, String expression, String patience, Severity severity) {

  /** How bad it is. */
  enum Severity {
    INFO("info"),
    WARNING("warning"),
    CRITICAL("critical");

    private final String label;

    Severity(String label) {
      this.label = label;
    }
  }

  /** The tree of its rule. */
  Map<String, Object> tree(TenantScope scope) {
    return Map.of(
        "alert",
        name,
        "annotations",
        Map.of("summary", summary),
        "expr",
        expression,
        "for",
        patience,
        "labels",
        Map.of("severity", severity.label, "tenant", scope.id(), "tier", scope.tenant().tier()));
  }
}
