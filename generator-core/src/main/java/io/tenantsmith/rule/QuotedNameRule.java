package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Slip;
import io.tenantsmith.model.Sourced;
import java.util.function.Consumer;

/**
 * A display name in typographic quotes was probably meant without them: YAML takes them as letters.
 * Only a warning, since there are names that are written so.
 */
final class QuotedNameRule implements TenantRule {

  @Override
  public void judge(EffectiveTenant tenant, Resolution resolution, Consumer<Diagnostic> report) {
    Sourced<String> name = tenant.tenant().who().displayName();
    if (name == null) {
      return;
    }
    Slip.unquoted(name.value())
        .ifPresent(
            inner ->
                report.accept(
                    Diagnostic.warning(
                            Code.TEN230,
                            name.range(),
                            "people will see " + name.value() + " with these quotes")
                        .withHint(
                            "if they are not part of the name, write " + Quoted.quote(inner))));
  }
}
