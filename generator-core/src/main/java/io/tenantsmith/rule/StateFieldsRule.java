package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.TenantState;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A retained tenant says until when, an erasing one says its id again; no other state does. */
final class StateFieldsRule implements TenantRule {

  @Override
  public void judge(EffectiveTenant tenant, Resolution resolution, Consumer<Diagnostic> report) {
    Tenant file = tenant.tenant();
    Field until = new Field("until", file.state().until(), TenantState.RETAINED);
    Field confirm = new Field("confirm", file.state().confirm(), TenantState.ERASING);
    String day = "write until: \"<date>\", the day until which its data is promised to be kept";
    String id = "write confirm: " + file.fileStem() + ", the tenant's id once more";
    until.misplaced(file).or(() -> until.missing(file, day)).ifPresent(report);
    confirm
        .misplaced(file)
        .or(() -> confirm.missing(file, id + ": from here its data goes with the next step"))
        .or(() -> otherId(file, id + ", if it is really this tenant whose data is to go"))
        .ifPresent(report);
  }

  private static Optional<Diagnostic> otherId(Tenant file, String hint) {
    return Optional.ofNullable(file.state().confirm())
        .filter(confirm -> !confirm.value().equals(file.fileStem()))
        .map(
            confirm ->
                Diagnostic.error(
                        Code.TEN221,
                        confirm.range(),
                        Quoted.quote(confirm.value()) + " is not the id of this tenant")
                    .withHint(hint));
  }

  /**
   * A field of one state.
   *
   * @param stated null if it is missing, or wrong and reported elsewhere
   */
  private record Field(String name, @Nullable Sourced<String> stated, TenantState owner) {

    Optional<Diagnostic> misplaced(Tenant file) {
      TenantState state = file.state().value();
      return stated == null || state == owner
          ? Optional.empty()
          : Optional.of(
              Diagnostic.error(
                      Code.TEN221,
                      stated.range(),
                      Quoted.quote(name) + " does not belong to state " + state.label())
                  .withHint("remove it: it belongs to state " + owner.label()));
    }

    Optional<Diagnostic> missing(Tenant file, String hint) {
      Sourced<String> state = file.state().stated();
      return stated != null || state == null || file.state().value() != owner || !file.complete()
          ? Optional.empty()
          : Optional.of(
              Diagnostic.error(
                      Code.TEN221,
                      state.range(),
                      "state " + owner.label() + " needs " + Quoted.quote(name))
                  .withHint(hint));
    }
  }
}
