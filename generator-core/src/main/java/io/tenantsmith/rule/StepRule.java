package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.lifecycle.Step;
import io.tenantsmith.model.PublishedOutput;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.TenantState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A tenant goes from state to state, each published before the next: the sync tools read from the
 * live object whether they may delete it, so that a commit in between must have lifted its mark. A
 * run of a part takes the steps of that part; the others stay as they are published.
 */
final class StepRule implements Rule {

  private final Predicate<Tenant> part;

  /**
   * The rule for a run.
   *
   * @param part the tenants that it renders
   */
  StepRule(Predicate<Tenant> part) {
    this.part = part;
  }

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
      Optional<TenantState> from = Optional.ofNullable(before.get(tenant.fileStem()));
      if (isKnown(tenant)) {
        judge(tenant, from, published.name()).ifPresent(report);
      }
    }
  }

  /** A state that is left out is active, unless the file has a mistake, perhaps that one. */
  private static boolean isKnown(Tenant tenant) {
    return tenant.complete() || tenant.state().stated() != null;
  }

  private Optional<Diagnostic> judge(Tenant tenant, Optional<TenantState> from, String where) {
    TenantState to = tenant.state().value();
    if (!part.test(tenant)) {
      return from.filter(state -> state != to).map(state -> left(tenant, state));
    }
    return Step.mayFollow(from.orElse(null), to)
        ? Optional.empty()
        : Optional.of(refused(tenant, from, where));
  }

  private static Diagnostic left(Tenant tenant, TenantState from) {
    String states = NextSteps.quoted(from) + " to " + NextSteps.quoted(tenant.state().value());
    return Diagnostic.note(
            Code.LIF111,
            place(tenant),
            "the step of " + tenant.fileStem() + " from " + states + " is left as it is")
        .withHint("a run for all tenants takes it, or one for " + tenant.fileStem());
  }

  private static Diagnostic refused(Tenant tenant, Optional<TenantState> from, String where) {
    TenantState to = tenant.state().value();
    String before =
        from.map(state -> " is " + NextSteps.quoted(state) + " in ").orElse(" is not in ") + where;
    return Diagnostic.error(
            Code.LIF102,
            place(tenant),
            tenant.fileStem() + before + ", and " + NextSteps.quoted(to) + " cannot follow")
        .withHint(NextSteps.hint(tenant.fileStem(), from, to));
  }

  private static SourceRange place(Tenant tenant) {
    Sourced<String> stated = tenant.state().stated();
    return stated == null ? SourceRange.ofFile(tenant.file()) : stated.range();
  }
}
