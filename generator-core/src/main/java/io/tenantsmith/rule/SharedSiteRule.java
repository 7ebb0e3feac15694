package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.SiteName;
import io.tenantsmith.model.Sourced;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Warns where tenants' sites and what signs people on are one site to a browser: code of any tenant
 * could then set cookies that the sign-on reads.
 */
final class SharedSiteRule implements PerClusterRule {

  private static final List<String> FIELDS = List.of("identity.host", "open_webui.host");

  @Override
  public void judge(
      Cluster cluster, Fleet fleet, Resolution resolution, Consumer<Diagnostic> report) {
    Map<SourceRange, List<String>> byPlace = new TreeMap<>();
    List<Sourced<HostName>> hosts = List.of(cluster.identityHost(), cluster.openWebUiHost());
    for (int i = 0; i < hosts.size(); i++) {
      if (isSameSite(hosts.get(i), cluster.domain())) {
        byPlace
            .computeIfAbsent(hosts.get(i).range(), place -> new ArrayList<>())
            .add(FIELDS.get(i) + " " + Quoted.quote(hosts.get(i).value().value()));
      }
    }
    byPlace.forEach(
        (place, shared) ->
            report.accept(shared(String.join(", ", shared), place, cluster.domain())));
  }

  private static boolean isSameSite(Sourced<HostName> host, Sourced<HostName> domain) {
    return SiteName.of(host.value()).equals(SiteName.of(domain.value()));
  }

  private static Diagnostic shared(String hosts, SourceRange place, Sourced<HostName> domain) {
    SiteName site = SiteName.of(domain.value());
    Diagnostic warning =
        Diagnostic.warning(
                Code.FLT410,
                place,
                hosts
                    + " and tenants' sites below "
                    + Quoted.quote(domain.value().value())
                    + " share cookies of "
                    + Quoted.quote(site.value()))
            .withHint(
                "any tenant's code can set them: give tenants' sites, or the platform's hosts,"
                    + " another registered domain");
    return place.equals(domain.range())
        ? warning
        : warning.withRelated("the tenants' domain is at", domain.range());
  }
}
