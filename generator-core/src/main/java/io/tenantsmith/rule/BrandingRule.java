package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.Settings;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.TierKeys;
import java.util.Optional;
import java.util.function.Consumer;

/** Branding needs a tier with white labelling. */
final class BrandingRule implements TenantRule {

  @Override
  public void judge(EffectiveTenant tenant, Resolution resolution, Consumer<Diagnostic> report) {
    Optional<Setting<Boolean>> allowed =
        tenant.tierSettings().map(tier -> tier.setting(TierKeys.WHITE_LABELING));
    Optional<SourceRange> branding = place(tenant.settings());
    if (allowed.isPresent() && !allowed.get().value() && branding.isPresent()) {
      report.accept(
          Diagnostic.error(Code.TEN215, branding.get(), "branding in a tier without white_labeling")
              .withRelated("the tier says so at", allowed.get().origin().range())
              .withHint("remove it, or choose a tier that has it"));
    }
  }

  private static Optional<SourceRange> place(Settings settings) {
    return TenantKeys.BRANDING.stream()
        .flatMap(key -> settings.find(key).stream())
        .map(setting -> setting.origin().range())
        .min(SourceRange::compareTo);
  }
}
