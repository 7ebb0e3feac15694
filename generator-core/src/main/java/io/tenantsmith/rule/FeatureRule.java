package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.TenantKeys;
import java.util.function.Consumer;

/** A tenant turns on only what its tier allows. */
final class FeatureRule implements TenantRule {

  @Override
  public void judge(EffectiveTenant tenant, Resolution resolution, Consumer<Diagnostic> report) {
    tenant
        .tierSettings()
        .ifPresent(
            tier ->
                TenantKeys.FEATURES.forEach(
                    feature ->
                        tenant
                            .tenant()
                            .values()
                            .get(feature)
                            .ifPresent(
                                stated -> check(feature, stated, tier.setting(feature), report))));
  }

  private static void check(
      Key<Boolean> feature,
      Sourced<Boolean> stated,
      Setting<Boolean> allowed,
      Consumer<Diagnostic> report) {
    if (stated.value() && !allowed.value()) {
      report.accept(
          Diagnostic.error(
                  Code.TEN213,
                  stated.range(),
                  "the tier does not have " + Quoted.quote(feature.path().replace("features.", "")))
              .withRelated("the tier says so at", allowed.origin().range())
              .withHint("remove the line, or choose a tier that has it"));
    }
  }
}
