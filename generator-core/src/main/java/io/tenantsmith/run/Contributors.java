package io.tenantsmith.run;

import io.tenantsmith.lifecycle.Concern;
import io.tenantsmith.lifecycle.StateTable;
import io.tenantsmith.model.TenantState;
import io.tenantsmith.render.ClusterContributor;
import io.tenantsmith.render.FleetContributor;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.render.chat.ContentContributor;
import io.tenantsmith.render.chat.OpenWebUiContributor;
import io.tenantsmith.render.database.BackupContributor;
import io.tenantsmith.render.database.DatabaseContributor;
import io.tenantsmith.render.identity.IdentityContributor;
import io.tenantsmith.render.identity.IdentityContributor.Form;
import io.tenantsmith.render.identity.PlatformBlueprintContributor;
import io.tenantsmith.render.monitoring.MonitoringContributor;
import io.tenantsmith.render.network.NetworkContributor;
import io.tenantsmith.render.platform.PlatformContributor;
import io.tenantsmith.render.quota.QuotaContributor;
import io.tenantsmith.render.route.RouteContributor;
import io.tenantsmith.render.secret.SecretsContributor;
import io.tenantsmith.render.site.SiteCronContributor;
import io.tenantsmith.render.site.WordPressContributor;
import io.tenantsmith.render.sync.ArgoCdContributor;
import io.tenantsmith.render.sync.BootstrapContributor;
import io.tenantsmith.render.sync.ClusterKustomizationsContributor;
import io.tenantsmith.render.sync.FluxContributor;
import io.tenantsmith.render.sync.ReadmeContributor;
import io.tenantsmith.render.sync.TenantKustomizationContributor;
import io.tenantsmith.render.tenancy.AccessContributor;
import io.tenantsmith.render.tenancy.NamespaceContributor;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Who renders what, in this order. A new concern is one more line here. */
public final class Contributors {

  /** Concerns that are computed from what all others rendered. */
  private static final Set<Concern> SUMMARIES =
      Collections.unmodifiableSet(EnumSet.of(Concern.QUOTA, Concern.KUSTOMIZATION));

  private final List<Line> ofTenant =
      List.of(
          new Line(Concern.NAMESPACE, new NamespaceContributor(false)),
          new Line(Concern.RELEASED_NAMESPACE, new NamespaceContributor(true)),
          new Line(Concern.ACCESS, new AccessContributor()),
          new Line(Concern.CONTENT, new ContentContributor()),
          new Line(Concern.IDENTITY, new IdentityContributor(Form.OPEN)),
          new Line(Concern.CLOSED_IDENTITY, new IdentityContributor(Form.CLOSED)),
          new Line(Concern.ABSENT_IDENTITY, new IdentityContributor(Form.ABSENT)),
          new Line(Concern.DATABASE, new DatabaseContributor()),
          new Line(Concern.BACKUP, new BackupContributor()),
          new Line(Concern.CHAT, new OpenWebUiContributor()),
          new Line(Concern.SITE, new WordPressContributor()),
          new Line(Concern.CRON, new SiteCronContributor()),
          new Line(Concern.MONITORING, new MonitoringContributor()),
          new Line(Concern.NETWORK, new NetworkContributor()),
          new Line(Concern.ROUTE, new RouteContributor()),
          new Line(Concern.SECRETS, new SecretsContributor()),
          new Line(Concern.QUOTA, new QuotaContributor()),
          // last, because it lists what the others rendered
          new Line(Concern.KUSTOMIZATION, new TenantKustomizationContributor()));
  private final List<ClusterContributor> ofCluster =
      List.of(
          new PlatformBlueprintContributor(),
          new PlatformContributor(),
          new FluxContributor(),
          // after all of the platform, because its allow list holds what they rendered
          new ArgoCdContributor(),
          new BootstrapContributor(),
          // last, because it lists what the others rendered
          new ClusterKustomizationsContributor());

  private final List<FleetContributor> ofFleet = List.of(new ReadmeContributor());

  /** The contributors of a tenant in that state that need not see what others rendered. */
  List<TenantContributor> ofObjects(TenantState state) {
    Set<Concern> concerns = StateTable.concerns(state);
    return ofTenant.stream()
        .filter(line -> concerns.contains(line.concern()) && !SUMMARIES.contains(line.concern()))
        .map(Line::contributor)
        .toList();
  }

  /** The contributors of a tenant in that state, in their order. */
  public List<TenantContributor> ofTenant(TenantState state) {
    Set<Concern> concerns = StateTable.concerns(state);
    return ofTenant.stream()
        .filter(line -> concerns.contains(line.concern()))
        .map(Line::contributor)
        .toList();
  }

  /** The contributors of a cluster, in their order. */
  public List<ClusterContributor> ofCluster() {
    return ofCluster;
  }

  /** The contributors of a fleet, in their order. */
  public List<FleetContributor> ofFleet() {
    return ofFleet;
  }

  /** Who renders a concern. */
  private record Line(Concern concern, TenantContributor contributor) {}
}
