package io.tenantsmith.engine.command;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.PublishedOutput;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.TenantState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From where a tenant's next step leads.
 *
 * @param tenant its file
 * @param from the state that is published; null if the tenant is not
 * @param where what is published, in words
 */
record PublishedState(Tenant tenant, @Nullable TenantState from, String where) {

  static PublishedState of(Tenant tenant, PublishedOutput output) {
    TenantState from =
        output.tenants().stream()
            .filter(published -> published.id().value().equals(tenant.fileStem()))
            .map(PublishedTenant::state)
            .findFirst()
            .orElse(null);
    return new PublishedState(tenant, from, output.name());
  }

  /** Nobody here knows what is published: publish will compare, so the file is believed. */
  static PublishedState unknown(Tenant tenant) {
    return new PublishedState(tenant, tenant.state().value(), "its file");
  }

  /** What its file says. */
  TenantState stated() {
    return tenant.state().value();
  }

  /** The line that says it. */
  SourceRange place() {
    return Optional.ofNullable(tenant.state().stated())
        .map(Sourced::range)
        .orElseGet(() -> SourceRange.ofFile(tenant.file()));
  }

  Optional<TenantState> published() {
    return Optional.ofNullable(from);
  }

  /** For a sentence: {@code acme-corp is "active" in the output that is committed}. */
  String words() {
    return tenant.fileStem()
        + published().map(state -> " is \"" + state.label() + "\" in ").orElse(" is not in ")
        + where;
  }
}
