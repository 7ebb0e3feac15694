package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Resolution;
import java.util.function.Consumer;

/** A rule that looks at one tenant at a time. */
interface TenantRule extends Rule {

  /** Reports every violation by one tenant. */
  void judge(EffectiveTenant tenant, Resolution resolution, Consumer<Diagnostic> report);

  @Override
  default void judge(Resolution resolution, Consumer<Diagnostic> report) {
    resolution.tenants().forEach(tenant -> judge(tenant, resolution, report));
  }
}
