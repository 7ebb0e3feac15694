package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.SiteName;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.TenantKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * No host of the platform lies below a tenant's domain: it would be the tenant's to move, and the
 * tenant's site could set its cookies. Beside it, the cookies alone are a warning.
 */
final class PlatformSiteRule implements TenantRule {

  @Override
  public void judge(EffectiveTenant tenant, Resolution resolution, Consumer<Diagnostic> report) {
    Fleet fleet = resolution.workspace().fleet();
    if (fleet == null) {
      return;
    }
    for (Sourced<HostName> domain : tenant.settings().get(TenantKeys.CUSTOM_DOMAINS)) {
      judge(domain, fleet, report);
    }
  }

  private static void judge(Sourced<HostName> domain, Fleet fleet, Consumer<Diagnostic> report) {
    List<Sourced<HostName>> beside = new ArrayList<>();
    for (Cluster cluster : fleet.clusters()) {
      if (domain.value().isWithin(cluster.domain().value())) {
        return; // another rule refuses it
      }
      for (Sourced<HostName> host : HostClaims.platform(cluster)) {
        if (domain.value().equals(host.value())) {
          return; // another rule refuses it
        }
        if (host.value().isWithin(domain.value())) {
          report.accept(above(domain, host));
          return;
        }
      }
      beside.add(cluster.identityHost());
      beside.add(cluster.openWebUiHost());
    }
    SiteName site = SiteName.of(domain.value());
    beside.stream()
        .filter(host -> SiteName.of(host.value()).equals(site))
        .findFirst()
        .ifPresent(host -> report.accept(beside(domain, host, site)));
  }

  private static Diagnostic above(Sourced<HostName> domain, Sourced<HostName> host) {
    return Diagnostic.error(
            Code.TEN223,
            domain.range(),
            text(domain) + " lies above the platform's host " + Quoted.quote(host.value().value()))
        .withRelated("the platform's host is at", host.range())
        .withHint("name a host of the tenant's own, or move the platform's to another domain");
  }

  private static Diagnostic beside(
      Sourced<HostName> domain, Sourced<HostName> host, SiteName site) {
    return Diagnostic.warning(
            Code.TEN224,
            domain.range(),
            text(domain)
                + " and the platform's host "
                + Quoted.quote(host.value().value())
                + " share cookies of "
                + Quoted.quote(site.value()))
        .withRelated("the platform's host is at", host.range())
        .withHint("make sure that this tenant is trusted as the platform is");
  }

  private static String text(Sourced<HostName> domain) {
    return "domain " + Quoted.quote(domain.value().value());
  }
}
