package io.tenantsmith.render.platform;

import java.util.Map;

/**
 * A series that Prometheus records.
 *
 * @param expression PromQL; {@code @prefix@} stands for the prefix of tenants' namespaces
 */
record RecordingRule(String name, String expression) {

  /** The rule of a fleet; its prefix holds nothing that a regular expression reads. */
  Map<String, Object> of(String namespacePrefix) {
    return Map.of("record", name, "expr", expression.replace("@prefix@", namespacePrefix));
  }
}
