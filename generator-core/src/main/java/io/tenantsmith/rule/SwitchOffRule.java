package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.Values;
import io.tenantsmith.model.Workspace;
import java.util.function.Consumer;

/** Templates and the fleet's defaults switch features off, never on: only a tier allows them. */
final class SwitchOffRule implements Rule {

  @Override
  public void judge(Resolution resolution, Consumer<Diagnostic> report) {
    Workspace workspace = resolution.workspace();
    workspace.templates().forEach(template -> check(template.values(), report));
    if (workspace.fleet() != null) {
      check(workspace.fleet().defaults(), report);
    }
  }

  private static void check(Values values, Consumer<Diagnostic> report) {
    TenantKeys.FEATURES.stream()
        .flatMap(feature -> values.get(feature).stream())
        .filter(Sourced::value)
        .forEach(
            stated ->
                report.accept(
                    Diagnostic.error(
                            Code.TIR304, stated.range(), "a feature is switched on below the tier")
                        .withHint(
                            "remove the line: a tier switches features on, here they may only be"
                                + " switched off")));
  }
}
