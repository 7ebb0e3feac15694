package io.tenantsmith.render.network;

import io.tenantsmith.lifecycle.StateForm;
import io.tenantsmith.model.BackupStore;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Plugin;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.render.kit.ProxyNames;
import io.tenantsmith.render.kit.TenantNames;
import io.tenantsmith.render.kit.TenantScope;
import io.tenantsmith.template.NamedValues;
import io.tenantsmith.template.ObjectTemplate;
import io.tenantsmith.template.Rendering;
import java.util.ArrayList;
import java.util.List;

/** Renders network.yaml: what may reach a tenant's pods, and what they may reach. */
public final class NetworkContributor implements TenantContributor {

  private static final NamedValues<TenantScope> TENANT =
      NamedValues.<TenantScope>builder()
          .including(TenantNames.VALUES)
          .including(scope -> scope.tenant().cluster().gateway(), ProxyNames.VALUES)
          .value("monitoring.namespace", s -> s.fleet().services().monitoring().namespace())
          .including(scope -> scope.tenant().cluster(), EgressNames.INTERNET)
          .including(scope -> scope.tenant().cluster(), EgressNames.DNS)
          .including(scope -> scope.tenant().cluster(), EgressNames.MAIL)
          .rows("backup.ranges", s -> backup(s).cidrs(), EgressNames.RANGE)
          .value("backup.port", scope -> backup(scope).port())
          .rows("apiServer.ranges", s -> network(s).apiServerCidrs(), EgressNames.RANGE)
          .value("apiServer.port", scope -> network(scope).apiServerPort())
          .condition("automated", NetworkContributor::isAutomated)
          .condition("downloads", scope -> downloads(scope.tenant()))
          .condition("replicated", s -> s.tenant().get(TierKeys.DATABASE_INSTANCES) > 1)
          .condition("chat", scope -> scope.tenant().hasDedicatedOpenWebUi())
          .condition("certified", s -> !s.tenant().hosts().certified().isEmpty())
          .build();
  private static final NamedValues<Source> VALUES =
      NamedValues.<Source>builder()
          .including(Source::scope, TENANT)
          .condition("exported", Source::isExported)
          .build();
  private static final ObjectTemplate<TenantScope> FLOOR =
      ObjectTemplate.beside(NetworkContributor.class, "floor.yaml", TenantNames.VALUES);
  private static final ObjectTemplate<Source> NETWORK =
      ObjectTemplate.beside(NetworkContributor.class, "network.yaml", VALUES);

  private final StateForm form;

  /**
   * A contributor of one form; closed, the export may reach the database and its bucket; kept,
   * there is no pod, and the floor alone is left.
   */
  public NetworkContributor(StateForm form) {
    this.form = form;
  }

  @Override
  public List<Artifact> contribute(ResolvedTenant tenant, Fleet fleet, List<Artifact> siblings) {
    TenantScope scope = new TenantScope(tenant, fleet);
    List<Rendering> renderings = new ArrayList<>(List.of(FLOOR.render(scope)));
    if (form != StateForm.KEPT) {
      renderings.add(NETWORK.render(new Source(scope, form)));
    }
    return List.of(scope.file("network.yaml", renderings));
  }

  private static Cluster.Network network(TenantScope scope) {
    return scope.tenant().cluster().network();
  }

  private static BackupStore backup(TenantScope scope) {
    return scope.tenant().cluster().backup();
  }

  /** Whether content automation is on, and there to write. */
  private static boolean isAutomated(TenantScope scope) {
    return scope.tenant().get(TenantKeys.CONTENT_AUTOMATION)
        && scope.fleet().services().contentModel().isPresent();
  }

  /**
   * Whether the site downloads plugins or a theme from their directory, like the single sign-on
   * plugin.
   */
  private static boolean downloads(ResolvedTenant tenant) {
    List<Plugin> plugins =
        tenant.settings().find(TenantKeys.PLUGINS).map(Setting::value).orElse(List.of());
    return tenant.get(TenantKeys.SSO_ENABLED)
        || !plugins.isEmpty()
        || tenant.settings().find(TenantKeys.THEME).isPresent();
  }

  /** A tenant, and in which form its policies are rendered. */
  private record Source(TenantScope scope, StateForm form) {
    boolean isExported() {
      return form == StateForm.CLOSED;
    }
  }
}
