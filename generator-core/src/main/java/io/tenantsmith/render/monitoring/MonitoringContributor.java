package io.tenantsmith.render.monitoring;

import io.tenantsmith.json.JsonWriter;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ContentDigest;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.render.TextFile;
import io.tenantsmith.render.kit.TenantNames;
import io.tenantsmith.render.kit.TenantScope;
import io.tenantsmith.template.NamedValues;
import io.tenantsmith.template.ObjectTemplate;
import java.util.List;
import java.util.Map;

/** Renders dashboard.yaml of a tenant that has a dashboard; its alerts are the platform's. */
public final class MonitoringContributor implements TenantContributor {

  private static final TextFile DASHBOARD =
      TextFile.beside(MonitoringContributor.class, "dashboard.json");
  private static final NamedValues<TenantScope> VALUES =
      NamedValues.<TenantScope>builder()
          .including(TenantNames.VALUES)
          .value("dashboard", MonitoringContributor::dashboard)
          .build();
  private static final ObjectTemplate<TenantScope> TEMPLATE =
      ObjectTemplate.beside(MonitoringContributor.class, "dashboard.yaml", VALUES);

  @Override
  public List<Artifact> contribute(ResolvedTenant tenant, Fleet fleet, List<Artifact> siblings) {
    TenantScope scope = new TenantScope(tenant, fleet);
    return tenant.get(TenantKeys.ANALYTICS_ENABLED)
        ? List.of(scope.file("dashboard.yaml", TEMPLATE.render(scope)))
        : List.of();
  }

  private static String dashboard(TenantScope scope) {
    return DASHBOARD.filled(
        Map.of(
            "uid", uid(scope),
            "namespace", scope.namespace(),
            "displayName", title(scope.tenant().displayName()),
            "tier", insideQuotes(scope.tenant().tier()),
            "supportLevel", insideQuotes(scope.tenant().get(TierKeys.SUPPORT_LEVEL))));
  }

  /** Grafana takes 40 characters; a namespace may have more. */
  private static String uid(TenantScope scope) {
    return uid(scope.id());
  }

  /** The dashboard of a tenant. */
  public static String uid(String id) {
    return "t-" + ContentDigest.ofText(id, 12);
  }

  /** Grafana puts values of variables into titles, and knows no way to escape them. */
  private static String title(String text) {
    return insideQuotes(text.replace('$', '\uff04').replace("[[", "[ ["));
  }

  private static String insideQuotes(String text) {
    String quoted = JsonWriter.line(text);
    return quoted.substring(1, quoted.length() - 1);
  }
}
