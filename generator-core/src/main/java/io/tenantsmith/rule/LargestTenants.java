package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.EffectiveTenant;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/** Names the tenants that request most in a diagnostic that concerns all tenants of a cluster. */
final class LargestTenants {

  /** How many tenants are named. */
  private static final int NAMED = 3;

  private LargestTenants() {}

  /**
   * The diagnostic with the largest tenants as related places; equal tenants stay in the order of
   * their files, so that the text is stable.
   *
   * @param of how much a tenant requests
   * @param text how an amount is written
   */
  static Diagnostic naming(
      Diagnostic diagnostic,
      List<EffectiveTenant> tenants,
      ToLongFunction<EffectiveTenant> of,
      LongFunction<String> text) {
    // What a tenant with a mistake requests is not known, and 0 would be no answer.
    List<EffectiveTenant> largest =
        tenants.stream()
            .filter(tenant -> of.applyAsLong(tenant) > 0)
            .sorted(Comparator.comparingLong(of).reversed())
            .limit(NAMED)
            .toList();
    Diagnostic extended = diagnostic;
    for (EffectiveTenant tenant : largest) {
      String amount = text.apply(of.applyAsLong(tenant));
      extended =
          extended.withRelated(
              amount + " is requested by", SourceRange.ofFile(tenant.tenant().file()));
    }
    return extended;
  }
}
