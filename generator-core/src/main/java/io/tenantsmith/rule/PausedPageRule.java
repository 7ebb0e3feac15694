package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.PausedPage;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.TenantState;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A suspended tenant's hosts redirect to a page: there has to be one, and not at a host of a tenant
 * whose own site does not answer.
 */
final class PausedPageRule implements Rule {

  @Override
  public void judge(Resolution resolution, Consumer<Diagnostic> report) {
    Fleet fleet = resolution.workspace().fleet();
    List<EffectiveTenant> suspended =
        resolution.tenants().stream().filter(t -> state(t) == TenantState.SUSPENDED).toList();
    if (fleet == null || suspended.isEmpty()) {
      return;
    }
    Optional<Sourced<PausedPage>> page = fleet.contacts().pausedPage();
    if (page.isEmpty()) {
      suspended.forEach(tenant -> report.accept(missing(tenant)));
      return;
    }
    for (EffectiveTenant tenant : resolution.tenants()) {
      if (state(tenant) != TenantState.ACTIVE && hasHost(tenant, page.get())) {
        report.accept(closed(tenant, page.get()));
      }
    }
  }

  private static boolean hasHost(EffectiveTenant tenant, Sourced<PausedPage> page) {
    return HostClaims.of(tenant).stream()
        .anyMatch(claim -> claim.host().equals(page.value().host()));
  }

  private static Diagnostic missing(EffectiveTenant tenant) {
    return Diagnostic.error(
            Code.TEN232,
            place(tenant),
            "there is no paused_page that the hosts of a suspended tenant can redirect to")
        .withHint(
            "add paused_page to fleet.yaml: the https address of a page that says so, at a host that"
                + " is no tenant's");
  }

  private static Diagnostic closed(EffectiveTenant tenant, Sourced<PausedPage> page) {
    return Diagnostic.error(
            Code.TEN233,
            place(tenant),
            "the paused page is at "
                + Quoted.quote(page.value().host().value())
                + ", a host of this tenant, which is "
                + state(tenant).label())
        .withHint("let paused_page name a page at a host that is no tenant's")
        .withRelated("the paused page is named at", page.range());
  }

  private static TenantState state(EffectiveTenant tenant) {
    return tenant.tenant().state().value();
  }

  /** Where its state is stated: it is not the default. */
  private static SourceRange place(EffectiveTenant tenant) {
    Sourced<String> stated = tenant.tenant().state().stated();
    return stated == null ? SourceRange.ofFile(tenant.tenant().file()) : stated.range();
  }
}
