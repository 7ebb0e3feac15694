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
import io.tenantsmith.rule.HostClaims.Claim;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Warns of more certificates for one registered domain than a public authority issues in a week.
 * Each host has one of its own, but those that the platform's wildcard covers.
 */
final class CertificateCountRule implements Rule {

  private static final int IN_A_WEEK = 50;

  @Override
  public void judge(Resolution resolution, Consumer<Diagnostic> report) {
    Map<SiteName, Map<HostName, SourceRange>> bySite = new LinkedHashMap<>();
    for (Claim claim : certified(resolution)) {
      bySite
          .computeIfAbsent(SiteName.of(claim.host()), site -> new LinkedHashMap<>())
          .putIfAbsent(claim.host(), claim.range());
    }
    bySite.forEach(
        (site, hosts) -> {
          if (hosts.size() > IN_A_WEEK) {
            report.accept(tooMany(site, List.copyOf(hosts.values())));
          }
        });
  }

  private static List<Claim> certified(Resolution resolution) {
    List<Claim> certified = new ArrayList<>();
    Fleet fleet = resolution.workspace().fleet();
    List<HostName> wildcards =
        fleet == null
            ? List.of()
            : fleet.clusters().stream().map(Cluster::domain).map(domain -> domain.value()).toList();
    for (Claim claim : HostClaims.of(resolution)) {
      if (!wildcards.contains(claim.host()) && !claim.isOwnSite()) {
        certified.add(claim);
      }
    }
    return certified;
  }

  private static Diagnostic tooMany(SiteName site, List<SourceRange> places) {
    return Diagnostic.warning(
            Code.TEN225,
            places.get(IN_A_WEEK),
            places.size()
                + " certificates of the registered domain "
                + Quoted.quote(site.value())
                + ", of which an authority issues "
                + IN_A_WEEK
                + " in a week")
        .withRelated("the first host is at", places.get(0))
        .withHint("spread them over weeks or domains, or ask the authority for more");
  }
}
