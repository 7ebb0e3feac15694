package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.rule.HostClaims.Claim;
import io.tenantsmith.rule.HostClaims.Derivation;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Host names made from the id are valid. Its namespace always fits: the schemas hold prefix and id
 * below 63 characters together.
 */
final class DerivedNameRule implements TenantRule {

  private static final int MAX_LENGTH = 253;

  @Override
  public void judge(EffectiveTenant tenant, Resolution resolution, Consumer<Diagnostic> report) {
    HostClaims.of(tenant).stream()
        .filter(claim -> claim.host().value().length() > MAX_LENGTH)
        .forEach(claim -> tooLong(claim).ifPresent(report));
  }

  /** Of a derived name, which the setting explains; one that is stated is checked where it is. */
  private static Optional<Diagnostic> tooLong(Claim claim) {
    Derivation from = claim.from();
    if (from == null) {
      return Optional.empty();
    }
    int length = claim.host().value().length();
    String fact =
        "the host that "
            + from.setting()
            + " gives the "
            + from.purpose()
            + " would have "
            + length;
    Diagnostic diagnostic =
        Diagnostic.error(Code.TEN209, claim.range(), fact + " characters")
            .withHint(
                "at most "
                    + MAX_LENGTH
                    + " are possible; choose a shorter "
                    + (claim.isOwnSite() ? "id" : "name here"));
    return Optional.of(
        from.place().equals(claim.range())
            ? diagnostic
            : diagnostic.withRelated(from.setting() + " is stated at", from.place()));
  }
}
