package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.lifecycle.Step;
import io.tenantsmith.model.PublishedOutput;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.TenantState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A tenant goes from state to state, each published before the next: the sync tools read from the
 * live object whether they may delete it, so that a commit in between must have lifted its mark.
 */
final class StepRule implements Rule {

  @Override
  public void judge(Resolution resolution, Consumer<Diagnostic> report) {
    PublishedOutput published = resolution.workspace().published();
    if (!published.isKnown()) {
      return;
    }
    Map<String, TenantState> before = new HashMap<>();
    for (PublishedTenant tenant : published.tenants()) {
      before.put(tenant.id().value(), tenant.state());
    }
    for (Tenant tenant : resolution.workspace().tenants()) {
      TenantState from = before.get(tenant.fileStem());
      if (isKnown(tenant) && !Step.mayFollow(from, tenant.state().value())) {
        report.accept(refused(tenant, Optional.ofNullable(from), published.name()));
      }
    }
  }

  /** A state that is left out is active, unless the file has a mistake, perhaps that one. */
  private static boolean isKnown(Tenant tenant) {
    return tenant.complete() || tenant.state().stated() != null;
  }

  private static Diagnostic refused(Tenant tenant, Optional<TenantState> from, String where) {
    TenantState to = tenant.state().value();
    SourceRange place =
        tenant.state().stated() == null
            ? SourceRange.ofFile(tenant.file())
            : tenant.state().stated().range();
    String before =
        from.map(state -> " is \"" + state.label() + "\" in ").orElse(" is not in ") + where;
    return Diagnostic.error(
            Code.LIF102,
            place,
            tenant.fileStem() + before + ", and \"" + to.label() + "\" cannot follow")
        .withHint(NextSteps.hint(tenant.fileStem(), from, to));
  }
}
