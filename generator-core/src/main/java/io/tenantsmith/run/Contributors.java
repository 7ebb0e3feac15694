package io.tenantsmith.run;

import io.tenantsmith.lifecycle.Concern;
import io.tenantsmith.lifecycle.StateForm;
import io.tenantsmith.lifecycle.StateTable;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TenantState;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ClusterContributor;
import io.tenantsmith.render.FleetContributor;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.render.chat.ContentContributor;
import io.tenantsmith.render.chat.OpenWebUiContributor;
import io.tenantsmith.render.database.BackupContributor;
import io.tenantsmith.render.database.DatabaseContributor;
import io.tenantsmith.render.export.ExportContributor;
import io.tenantsmith.render.identity.IdentityContributor;
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
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Who renders what, in this order. A new concern is one more line here. */
public final class Contributors {

  /** Concerns that are computed from what all others rendered. */
  private static final Set<Concern> SUMMARIES =
      Collections.unmodifiableSet(EnumSet.of(Concern.QUOTA, Concern.KUSTOMIZATION));

  private final List<Line> ofTenant =
      List.of(
          Line.inForms(Concern.NAMESPACE, NamespaceContributor::new),
          Line.alike(Concern.ACCESS, new AccessContributor()),
          Line.alike(Concern.CONTENT, new ContentContributor()),
          Line.inForms(Concern.IDENTITY, IdentityContributor::new),
          Line.inForms(Concern.DATABASE, DatabaseContributor::new),
          Line.inForms(Concern.BACKUP, BackupContributor::new),
          Line.alike(Concern.EXPORT, new ExportContributor()),
          Line.inForms(Concern.CHAT, OpenWebUiContributor::new),
          Line.inForms(Concern.SITE, WordPressContributor::new),
          Line.alike(Concern.CRON, new SiteCronContributor()),
          Line.alike(Concern.MONITORING, new MonitoringContributor()),
          Line.inForms(Concern.NETWORK, NetworkContributor::new),
          Line.inForms(Concern.ROUTE, RouteContributor::new),
          Line.inForms(Concern.SECRETS, SecretsContributor::new),
          Line.inForms(Concern.QUOTA, form -> new QuotaContributor(form, this::open)),
          // last, because it lists what the others rendered
          Line.inForms(Concern.KUSTOMIZATION, TenantKustomizationContributor::new));
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

  /** What a tenant would have if it were active, but for what is computed from all else. */
  List<Artifact> open(ResolvedTenant tenant, Fleet fleet) {
    return ofTenant.stream()
        .filter(line -> !SUMMARIES.contains(line.concern()))
        .flatMap(line -> line.in(TenantState.ACTIVE).stream())
        .flatMap(contributor -> contributor.contribute(tenant, fleet, List.of()).stream())
        .toList();
  }

  /** The contributors of a tenant in that state, in their order. */
  public List<TenantContributor> ofTenant(TenantState state) {
    return ofTenant.stream().flatMap(line -> line.in(state).stream()).toList();
  }

  /** The contributors of a cluster, in their order. */
  public List<ClusterContributor> ofCluster() {
    return ofCluster;
  }

  /** The contributors of a fleet, in their order. */
  public List<FleetContributor> ofFleet() {
    return ofFleet;
  }

  /** Who renders a concern in which form. */
  private record Line(Concern concern, Map<StateForm, TenantContributor> forms) {

    /** A concern that looks the same in every state that has it. */
    static Line alike(Concern concern, TenantContributor contributor) {
      return inForms(concern, form -> contributor);
    }

    static Line inForms(Concern concern, Function<StateForm, TenantContributor> contributors) {
      Map<StateForm, TenantContributor> forms = new EnumMap<>(StateForm.class);
      for (StateForm form : StateForm.values()) {
        forms.put(form, contributors.apply(form));
      }
      return new Line(concern, forms);
    }

    Optional<TenantContributor> in(TenantState state) {
      return StateTable.form(state, concern).map(forms::get);
    }
  }
}
