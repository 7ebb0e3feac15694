package io.tenantsmith.render.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.GoldenFleet;
import io.tenantsmith.harness.GoldenFleet.TenantFixture;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.render.Artifact;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is filled into the dashboard. */
class MonitoringContributorTest {

  @Test
  void theDashboardIsJsonWhateverATenantIsCalled() {
    String name = "Q\"uote \\ ${id} $1 [[id]] \u2028";
    JsonNode dashboard = dashboard("odd", name);
    assertThat(dashboard.get("title").stringValue())
        .isEqualTo("Tenant Q\"uote \\ \uff04{id} \uff041 [ [id]] \u2028");
    assertThat(dashboard.findValuesAsString("expr"))
        .hasSizeGreaterThan(15)
        .allMatch(expression -> expression.contains("{namespace=\"tenant-odd\"}"));
  }

  @Test
  void itsUidFitsWhateverTheLengthOfAnId() {
    String uid = dashboard("a".repeat(40), "Long").get("uid").stringValue();
    assertThat(uid).matches("t-[0-9a-f]{12}");
    assertThat(dashboard("a".repeat(39), "Long").get("uid").stringValue()).isNotEqualTo(uid);
  }

  @Test
  void aTenantWithoutAnalyticsHasNoFile() {
    TenantFixture tenant = new TenantFixture("odd", "Odd", "pro");
    tenant.set(TenantKeys.ANALYTICS_ENABLED, false);
    assertThat(render(tenant)).isEmpty();
  }

  private static JsonNode dashboard(String id, String name) {
    TenantFixture tenant = new TenantFixture(id, name, "pro");
    tenant.set(TenantKeys.ANALYTICS_ENABLED, true);
    Map<?, ?> data =
        (Map<?, ?>)
            Objects.requireNonNull(render(tenant).get(0).objects().get(0).tree().get("data"));
    return JsonMapper.shared().readTree((String) data.get("tenant-" + id + ".json"));
  }

  private static List<Artifact> render(TenantFixture tenant) {
    return new MonitoringContributor().contribute(tenant.tenant(), GoldenFleet.fleet(), List.of());
  }
}
