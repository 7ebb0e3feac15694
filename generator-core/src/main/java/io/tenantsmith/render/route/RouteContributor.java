package io.tenantsmith.render.route;

import io.tenantsmith.lifecycle.StateForm;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.render.kit.TenantNames;
import io.tenantsmith.render.kit.TenantScope;
import io.tenantsmith.template.NamedValues;
import io.tenantsmith.template.ObjectTemplate;
import java.util.List;

/** Renders route.yaml: how requests for a tenant's hosts reach its site. */
public final class RouteContributor implements TenantContributor {

  private static final NamedValues<Source> VALUES =
      NamedValues.<Source>builder()
          .including(Source::scope, TenantNames.VALUES)
          .including(Source::scope, PausedRedirect.VALUES)
          .form("closed", source -> source.form() == StateForm.CLOSED)
          .condition("hasOwnDomains", source -> !source.domains().certified().isEmpty())
          .rows("certified", Source::certified, CertifiedHost.VALUES)
          .value("gateway.name", source -> source.gateway().name())
          .value("gateway.namespace", source -> source.gateway().namespace())
          .value("issuer.name", source -> source.tenant().cluster().issuer().name())
          .value("site.host", source -> source.domains().canonical().value())
          .value("site.objectName", source -> HostObjectName.of(source.domains().canonical()))
          .condition("site.onPlatform", source -> source.domains().isPlatformCanonical())
          .rows("otherHosts", Source::otherHosts, HostRoute.VALUES)
          .rows("redirects", Source::redirects, HostRoute.REDIRECT)
          .condition("branded", source -> source.domains().loginHost().isPresent())
          .value("login.host", source -> source.loginHost().value())
          .value("login.objectName", source -> HostObjectName.of(source.loginHost()))
          .build();
  private static final ObjectTemplate<Source> ROUTE =
      ObjectTemplate.beside(RouteContributor.class, "route.yaml", VALUES);

  private final StateForm form;

  /** A contributor of one form. Closed, all hosts lead to the paused page. */
  public RouteContributor(StateForm form) {
    this.form = form;
  }

  @Override
  public List<Artifact> contribute(ResolvedTenant tenant, Fleet fleet, List<Artifact> siblings) {
    Source source = new Source(new TenantScope(tenant, fleet), form);
    return List.of(source.scope().file("route.yaml", ROUTE.render(source)));
  }

  private record Source(TenantScope scope, StateForm form) {

    /** Read when they are asked for, so that each value is known to read them. */
    TenantDomains domains() {
      return TenantDomains.of(tenant());
    }

    ResolvedTenant tenant() {
      return scope.tenant();
    }

    Cluster.Gateway gateway() {
      return tenant().cluster().gateway();
    }

    List<CertifiedHost> certified() {
      return CertifiedHost.among(domains().certified(), domains());
    }

    List<HostRoute> otherHosts() {
      return HostRoute.of(domains().others(), domains());
    }

    List<HostRoute> redirects() {
      return HostRoute.of(tenant().hosts().all(), domains());
    }

    HostName loginHost() {
      return domains().loginHost().orElseThrow();
    }
  }
}
