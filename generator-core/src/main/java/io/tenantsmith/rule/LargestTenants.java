package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.EffectiveTenant;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/** The tenants that weigh most, told with a mistake that all tenants of a cluster make together. */
final class LargestTenants {

  /** How many of them are told. */
  private static final int NAMED = 3;

  private LargestTenants() {}

  /**
   * The diagnostic with the heaviest tenants; of equal ones the first by file, as they come, so
   * that the text never wavers.
   *
   * @param of what a tenant weighs
   * @param text how that is written
   */
  static Diagnostic told(
      Diagnostic diagnostic,
      List<EffectiveTenant> tenants,
      ToLongFunction<EffectiveTenant> of,
      LongFunction<String> text) {
    List<EffectiveTenant> heaviest =
        tenants.stream().sorted(Comparator.comparingLong(of).reversed()).limit(NAMED).toList();
    Diagnostic told = diagnostic;
    for (EffectiveTenant tenant : heaviest) {
      String amount = text.apply(of.applyAsLong(tenant));
      told =
          told.withRelated(amount + " is requested by", SourceRange.ofFile(tenant.tenant().file()));
    }
    return told;
  }
}
