package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.TenantState;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code until} belongs to retained, {@code confirm} to erasing. */
final class StateFieldsRule implements TenantRule {

  @Override
  public void judge(EffectiveTenant tenant, Resolution resolution, Consumer<Diagnostic> report) {
    Tenant.State state = tenant.tenant().state();
    check(new Field("until", state.until(), TenantState.RETAINED), state, report);
    check(new Field("confirm", state.confirm(), TenantState.ERASING), state, report);
  }

  private static void check(Field field, Tenant.State state, Consumer<Diagnostic> report) {
    if (field.stated != null && state.value() != field.owner) {
      report.accept(
          Diagnostic.error(
                  Code.TEN221,
                  field.stated.range(),
                  "\"" + field.name + "\" does not belong to state " + state.value().label())
              .withHint("remove it: it belongs to state " + field.owner.label()));
    }
  }

  private record Field(String name, @Nullable Sourced<String> stated, TenantState owner) {}
}
