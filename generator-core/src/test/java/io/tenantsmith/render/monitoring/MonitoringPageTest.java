package io.tenantsmith.render.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.ClusterObjects;
import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.harness.YamlTrees;
import io.tenantsmith.render.ForeignSeries;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** docs/monitoring.md tells of all alerts, and of nothing else. */
class MonitoringPageTest {

  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| (\\w+) \\|");
  private static final String PAGE =
      YamlTrees.text(SampleFleet.root().resolve("docs/monitoring.md"));

  @Test
  void itsTableHasEveryAlertWithItsSeverity() {
    Map<String, String> told = new TreeMap<>();
    Matcher rows = ROW.matcher(PAGE);
    while (rows.find()) {
      told.put(rows.group(1), rows.group(2));
    }
    assertThat(told).isEqualTo(rendered());
  }

  @Test
  void itsValuesShowTheLabelsThatRulesRead() {
    assertThat(PAGE)
        .contains("namespaces=[" + String.join(",", ForeignSeries.NAMESPACE_LABELS) + "]");
  }

  private static Map<String, String> rendered() {
    Map<String, String> alerts = new TreeMap<>();
    ClusterObjects objects =
        ClusterObjects.of(SampleFleet.root().resolve("output/clusters/prod-eu-1"));
    for (JsonNode object : objects.ofKind("PrometheusRule")) {
      for (JsonNode group : object.at("/spec/groups")) {
        for (JsonNode rule : group.path("rules")) {
          if (rule.has("alert")) {
            alerts.put(rule.path("alert").asString(""), rule.at("/labels/severity").asString(""));
          }
        }
      }
    }
    return alerts;
  }
}
