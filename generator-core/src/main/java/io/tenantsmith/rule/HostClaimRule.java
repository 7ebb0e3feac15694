package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.rule.HostClaims.Claim;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A host name belongs to one tenant: the first in the order of files holds it, the error is reported
 * at the other.
 */
final class HostClaimRule implements Rule {

  @Override
  public void judge(Resolution resolution, Consumer<Diagnostic> report) {
    Map<HostName, Claim> holders = new HashMap<>();
    Set<String> said = new HashSet<>();
    for (Claim claim : HostClaims.of(resolution)) {
      Claim holder = holders.putIfAbsent(claim.host(), claim);
      if (holder == null) {
        continue;
      }
      boolean same = holder.owner().equals(claim.owner());
      if (same && claim.derived() && !holder.derived() && !isReportedElsewhere(claim, resolution)) {
        // The tenant lists a host that it has anyway; two of its routes would serve it.
        report.accept(own(holder, claim));
      }
      if (!same
          && !isReportedElsewhere(claim, resolution)
          && said.add(claim.owner() + claim.host())) {
        report.accept(refused(holder, claim));
      }
    }
  }

  /**
   * Whether another rule reports it: a tenant's own host is claimed by an id, and a domain below
   * the platform's is always wrong.
   */
  private static boolean isReportedElsewhere(Claim claim, Resolution resolution) {
    Fleet fleet = resolution.workspace().fleet();
    if (fleet == null) {
      return false;
    }
    String host = claim.host().value();
    String parent = host.substring(host.indexOf('.') + 1);
    return fleet.clusters().stream()
        .map(cluster -> cluster.domain().value())
        .anyMatch(
            domain ->
                claim.derived() ? parent.equals(domain.value()) : claim.host().isWithin(domain));
  }

  /** The tenant states what it has anyway. */
  private static Diagnostic own(Claim stated, Claim derived) {
    return Diagnostic.error(
            Code.TEN210,
            stated.range(),
            "domain "
                + Quoted.quote(stated.host().value())
                + " is where the tenant's own "
                + derived.purpose()
                + " is put")
        .withHint("remove it: the tenant has this host already")
        .withRelated("derived from", derived.range());
  }

  private static Diagnostic refused(Claim holder, Claim claim) {
    String kind = claim.derived() ? "host name " : "domain ";
    return Diagnostic.error(
            Code.TEN210,
            claim.range(),
            kind + Quoted.quote(claim.host().value()) + " already belongs to " + holder.owner())
        .withHint(hint(holder, claim))
        .withRelated(
            holder.derived() ? "its " + holder.purpose() + " is put there by" : "claimed first at",
            holder.range());
  }

  private static String hint(Claim holder, Claim claim) {
    if (claim.derived()) {
      return "the tenant's "
          + claim.purpose()
          + " is put there, below its first domain: begin custom_domains with another one";
    }
    return holder.derived()
        ? "remove it here: the other's hosts follow from its first domain"
        : "remove it here, or move it in one pull request: remove there and add here";
  }
}
