package io.tenantsmith.render.monitoring;

import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.CustomObject;
import io.tenantsmith.render.Demand;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.render.kit.ObjectTree;
import io.tenantsmith.render.kit.TenantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Brings monitoring.yaml: a tenant's alerts, and its dashboard where it has one. */
public final class MonitoringContributor implements TenantContributor {

  private static final Demand ONE_CONFIG_MAP = new Demand(List.of(), List.of(), 0, 0, 1);

  private final ObjectTree trees = new ObjectTree();

  @Override
  public List<Artifact> contribute(ResolvedTenant tenant, Fleet fleet, List<Artifact> siblings) {
    TenantScope scope = new TenantScope(tenant, fleet);
    boolean analytics = tenant.get(TenantKeys.ANALYTICS_ENABLED);
    List<Map<String, Object>> objects = new ArrayList<>();
    objects.add(alerts(scope));
    if (analytics) {
      objects.addAll(trees.of(List.of(TenantDashboard.of(scope))));
    }
    Demand demand = analytics ? ONE_CONFIG_MAP : Demand.NONE;
    return List.of(scope.file("monitoring.yaml", objects).needing(demand));
  }

  private static Map<String, Object> alerts(TenantScope scope) {
    SortedMap<String, String> labels = scope.labels();
    // By it the Prometheus operator finds the rules that are its own.
    labels.put("release", scope.fleet().services().monitoring().release());
    List<Map<String, Object>> rules =
        new TenantAlerts(scope.tenant()).all().stream().map(alert -> alert.tree(scope)).toList();
    return CustomObject.of("monitoring.coreos.com/v1", "PrometheusRule", "tenant-alerts")
        .in(scope.namespace())
        .labelled(labels)
        .specified(
            Map.of(
                "groups",
                List.of(
                    Map.of(
                        "name", scope.namespace() + ".alerts", "interval", "1m", "rules", rules))));
  }
}
