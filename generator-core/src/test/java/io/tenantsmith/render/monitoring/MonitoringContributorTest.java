package io.tenantsmith.render.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.GoldenFleet;
import io.tenantsmith.harness.GoldenFleet.TenantFixture;
import io.tenantsmith.model.Limit;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.render.Artifact;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is filled into expressions and into the dashboard. */
class MonitoringContributorTest {

  @Test
  void theDashboardIsJsonWhateverATenantIsCalled() {
    String name = "Q\"uote \\ ${id} $1\u2028";
    TenantFixture tenant = new TenantFixture("odd", name, "pro");
    Map<?, ?> data =
        (Map<?, ?>)
            Objects.requireNonNull(
                render(tenant, true, Limit.unlimited()).objects().get(1).tree().get("data"));
    JsonNode dashboard = JsonMapper.shared().readTree((String) data.get("tenant-odd.json"));
    assertThat(dashboard.get("title").stringValue()).isEqualTo("Tenant " + name);
    assertThat(dashboard.get("uid").stringValue()).isEqualTo("tenant-odd");
    assertThat(dashboard.findValuesAsString("expr"))
        .hasSize(6)
        .allMatch(expression -> expression.endsWith("{namespace=\"tenant-odd\"}"));
  }

  @Test
  void onlyALimitedTenantIsToldOfItsRequests() {
    TenantFixture tenant = new TenantFixture("odd", "Odd", "pro");
    assertThat(render(tenant, false, Limit.unlimited()).text())
        .doesNotContain("TenantRequestsOverPlan");
    assertThat(render(tenant, false, Limit.of(5000L)).text())
        .contains(
            "requests in a day; the plan has 5000\"",
            "expr: \"sum_over_time(tenant:gateway_requests:rate5m{namespace=\\\"tenant-odd\\\"}"
                + "[23h59m59s]) * 60 > 5000\"");
  }

  private static Artifact render(TenantFixture tenant, boolean analytics, Limit<Long> requests) {
    tenant.set(TenantKeys.ANALYTICS_ENABLED, analytics);
    tenant.set(TierKeys.LIMIT_API_REQUESTS, requests);
    return new MonitoringContributor()
        .contribute(tenant.tenant(), GoldenFleet.fleet(), List.of())
        .get(0);
  }
}
