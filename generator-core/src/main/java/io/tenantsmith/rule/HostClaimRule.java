package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.rule.HostClaims.Claim;
import io.tenantsmith.rule.HostClaims.Derivation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A host name belongs to one tenant: the first in the order of files holds it, the error is
 * reported at the other.
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
    Derivation from = Objects.requireNonNull(derived.from());
    String fact =
        "domain "
            + Quoted.quote(stated.host().value())
            + " is where "
            + from.setting()
            + " puts the tenant's own "
            + from.purpose();
    return because(from, Diagnostic.error(Code.TEN210, stated.range(), fact))
        .withHint("remove it: the tenant has this host already, below the first of custom_domains")
        .withRelated("it follows from", derived.range());
  }

  private static Diagnostic refused(Claim holder, Claim claim) {
    Derivation mine = claim.from();
    Derivation theirs = holder.from();
    String host = Quoted.quote(claim.host().value());
    String what =
        mine == null
            ? "domain " + host
            : "host name "
                + host
                + ", where "
                + mine.setting()
                + " puts the "
                + mine.purpose()
                + ",";
    String why =
        theirs == null
            ? ""
            : ", whose " + theirs.setting() + " puts its " + theirs.purpose() + " there";
    String fact = what + " already belongs to " + holder.owner() + why;
    Diagnostic diagnostic = Diagnostic.error(Code.TEN210, claim.range(), fact);
    diagnostic = mine == null ? diagnostic : because(mine, diagnostic);
    boolean same = mine != null && theirs != null && mine.place().equals(theirs.place());
    diagnostic = theirs == null || same ? diagnostic : because(theirs, diagnostic);
    return diagnostic
        .withHint(hint(holder, claim))
        .withRelated(
            theirs == null ? "claimed first at" : "the other follows from", holder.range());
  }

  private static Diagnostic because(Derivation from, Diagnostic diagnostic) {
    return diagnostic.withRelated(from.setting() + " is stated at", from.place());
  }

  private static String hint(Claim holder, Claim claim) {
    if (claim.derived()) {
      return "begin custom_domains with another one: the host lies below the first, and nobody chooses"
          + " its name";
    }
    if (holder.owner().equals(HostClaims.PLATFORM)) {
      return "remove it: the platform answers there";
    }
    return holder.derived()
        ? "remove it here: the other's host follows from its first domain, and nobody chooses its name"
        : "remove it here, or move it in one pull request: remove there and add here";
  }
}
