package io.tenantsmith.render.monitoring;

import io.tenantsmith.json.JsonWriter;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.render.TextFile;
import io.tenantsmith.render.kit.TenantNames;
import io.tenantsmith.render.kit.TenantScope;
import io.tenantsmith.template.NamedValues;
import io.tenantsmith.template.ObjectTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Renders monitoring.yaml: a tenant's alerts, and its dashboard where it has one. */
public final class MonitoringContributor implements TenantContributor {

  private static final TextFile DASHBOARD =
      TextFile.beside(MonitoringContributor.class, "dashboard.json");
  private static final TextFile REQUESTS = expression("requests");
  private static final NamedValues<TenantScope> VALUES =
      NamedValues.<TenantScope>builder()
          .including(TenantNames.VALUES)
          .including(alerts("cpu", "memory", "disk", "site", "pending"))
          .including(alerts("database", "backup", "usage", "certificate", "install"))
          .condition("certified", scope -> !scope.tenant().hosts().certified().isEmpty())
          .value("alert.requests", MonitoringContributor::requests)
          .condition("requests.limited", scope -> requestLimit(scope).isPresent())
          .value("requests.limit", scope -> requestLimit(scope).orElseThrow())
          .value("monitoring.release", scope -> scope.fleet().services().monitoring().release())
          .value("tier", scope -> scope.tenant().tier())
          .condition("analytics", MonitoringContributor::hasDashboard)
          .value("dashboard", MonitoringContributor::dashboard)
          .build();
  private static final ObjectTemplate<TenantScope> MONITORING =
      ObjectTemplate.beside(MonitoringContributor.class, "monitoring.yaml", VALUES);

  @Override
  public List<Artifact> contribute(ResolvedTenant tenant, Fleet fleet, List<Artifact> siblings) {
    TenantScope scope = new TenantScope(tenant, fleet);
    return List.of(scope.file("monitoring.yaml", MONITORING.render(scope)));
  }

  private static NamedValues<TenantScope> alerts(String... names) {
    NamedValues.Builder<TenantScope> alerts = NamedValues.builder();
    for (String name : names) {
      TextFile expression = expression(name);
      alerts.value(
          "alert." + name, scope -> expression.filled(Map.of("namespace", scope.namespace())));
    }
    return alerts.build();
  }

  private static TextFile expression(String name) {
    return TextFile.expression(MonitoringContributor.class, name + ".promql").onOneLine();
  }

  private static String requests(TenantScope scope) {
    String limit = Long.toString(requestLimit(scope).orElseThrow());
    return REQUESTS.filled(Map.of("namespace", scope.namespace(), "limit", limit));
  }

  private static Optional<Long> requestLimit(TenantScope scope) {
    return scope.tenant().get(TierKeys.LIMIT_API_REQUESTS).amount();
  }

  private static boolean hasDashboard(TenantScope scope) {
    return scope.tenant().get(TenantKeys.ANALYTICS_ENABLED);
  }

  private static String dashboard(TenantScope scope) {
    return DASHBOARD.filled(
        Map.of(
            "id", scope.id(),
            "namespace", scope.namespace(),
            "displayName", insideQuotes(scope.tenant().displayName()),
            "tier", insideQuotes(scope.tenant().tier())));
  }

  private static String insideQuotes(String text) {
    String quoted = JsonWriter.line(text);
    return quoted.substring(1, quoted.length() - 1);
  }
}
