package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.Suggestion;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.Tier;
import java.util.function.Consumer;

/** A tenant's tier is one of tiers/. */
final class TierNameRule implements TenantRule {

  @Override
  public void judge(EffectiveTenant tenant, Resolution resolution, Consumer<Diagnostic> report) {
    Sourced<String> tier = tenant.tenant().placement().tier();
    if (tier != null && resolution.workspace().tier(tier.value()).isEmpty()) {
      report.accept(
          Diagnostic.error(
                  Code.TEN204, tier.range(), "there is no tier " + Quoted.quote(tier.value()))
              .withHint(
                  Suggestion.hint(
                      tier.value(),
                      resolution.workspace().tiers().stream().map(Tier::fileStem).toList())));
    }
  }
}
