package io.tenantsmith.engine;

import io.tenantsmith.render.ClusterContributor;
import io.tenantsmith.render.FleetContributor;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.render.chat.ContentContributor;
import io.tenantsmith.render.chat.OpenWebUiContributor;
import io.tenantsmith.render.database.BackupContributor;
import io.tenantsmith.render.database.DatabaseContributor;
import io.tenantsmith.render.identity.IdentityContributor;
import io.tenantsmith.render.identity.PlatformBlueprintContributor;
import io.tenantsmith.render.monitoring.MonitoringContributor;
import io.tenantsmith.render.network.NetworkContributor;
import io.tenantsmith.render.platform.PlatformContributor;
import io.tenantsmith.render.quota.QuotaContributor;
import io.tenantsmith.render.route.RouteContributor;
import io.tenantsmith.render.secret.SecretsContributor;
import io.tenantsmith.render.site.WordPressContributor;
import io.tenantsmith.render.sync.ArgoCdContributor;
import io.tenantsmith.render.sync.BootstrapContributor;
import io.tenantsmith.render.sync.ClusterKustomizationsContributor;
import io.tenantsmith.render.sync.FluxContributor;
import io.tenantsmith.render.sync.ReadmeContributor;
import io.tenantsmith.render.sync.TenantKustomizationContributor;
import io.tenantsmith.render.tenancy.AccessContributor;
import io.tenantsmith.render.tenancy.AdminAppsNamespaceContributor;
import io.tenantsmith.render.tenancy.NamespaceContributor;
import java.util.List;

/** Who renders what, in this order. A new concern is one more line here. */
final class Contributors {

  /** Raised when a contributor renders the same tenant to something else. */
  static final int REVISION = 1;

  private final List<TenantContributor> ofTenant =
      List.of(
          new NamespaceContributor(),
          new AccessContributor(),
          new ContentContributor(),
          new IdentityContributor(),
          new DatabaseContributor(),
          new BackupContributor(),
          new OpenWebUiContributor(),
          new WordPressContributor(),
          new MonitoringContributor(),
          new NetworkContributor(),
          new RouteContributor(),
          new SecretsContributor(),
          new QuotaContributor(),
          // Last: it lists what the others brought.
          new TenantKustomizationContributor());

  private final List<ClusterContributor> ofCluster =
      List.of(
          new AdminAppsNamespaceContributor(),
          new PlatformBlueprintContributor(),
          new PlatformContributor(),
          new FluxContributor(),
          // After all of the platform: its allow list is what they brought.
          new ArgoCdContributor(),
          new BootstrapContributor(),
          // Last: it lists what the others brought.
          new ClusterKustomizationsContributor());

  private final List<FleetContributor> ofFleet = List.of(new ReadmeContributor());

  List<TenantContributor> ofTenant() {
    return ofTenant;
  }

  List<ClusterContributor> ofCluster() {
    return ofCluster;
  }

  List<FleetContributor> ofFleet() {
    return ofFleet;
  }
}
