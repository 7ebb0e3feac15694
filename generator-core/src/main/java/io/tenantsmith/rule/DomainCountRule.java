package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.Limit;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.TierKeys;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A tenant has at most as many custom domains as its tier. */
final class DomainCountRule implements TenantRule {

  @Override
  public void judge(EffectiveTenant tenant, Resolution resolution, Consumer<Diagnostic> report) {
    Optional<Setting<Limit<Long>>> limit =
        tenant.tierSettings().map(tier -> tier.setting(TierKeys.CUSTOM_DOMAINS));
    List<Sourced<HostName>> domains = tenant.settings().get(TenantKeys.CUSTOM_DOMAINS);
    if (limit.isEmpty() || limit.get().value().allows((long) domains.size())) {
      return;
    }
    long max = limit.get().value().amount().orElse(0L);
    report.accept(
        Diagnostic.error(
                Code.TEN214,
                domains.get((int) max).range(),
                domains.size() == 1
                    ? "1 custom domain where the tier has none"
                    : domains.size()
                        + " custom domains where the tier has "
                        + (max == 0 ? "none" : max))
            .withRelated("the tier says so at", limit.get().origin().range())
            .withHint("remove the ones from here on, or choose a larger tier"));
  }
}
