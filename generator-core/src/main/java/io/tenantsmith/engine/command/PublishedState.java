package io.tenantsmith.engine.command;

import io.tenantsmith.model.PublishedOutput;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.TenantState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From where a tenant's next step leads.
 *
 * @param id the tenant
 * @param from the state that is published; null if the tenant is not
 * @param stated what its file says
 * @param where what is published, in words
 */
record PublishedState(String id, @Nullable TenantState from, TenantState stated, String where) {

  static PublishedState of(Tenant tenant, PublishedOutput output) {
    TenantState from =
        output.tenants().stream()
            .filter(published -> published.id().value().equals(tenant.fileStem()))
            .map(PublishedTenant::state)
            .findFirst()
            .orElse(null);
    return new PublishedState(tenant.fileStem(), from, tenant.state().value(), output.name());
  }

  /** Nobody here knows what is published: publish will compare, so the file is believed. */
  static PublishedState unknown(Tenant tenant) {
    TenantState stated = tenant.state().value();
    return new PublishedState(tenant.fileStem(), stated, stated, "its file");
  }

  Optional<TenantState> published() {
    return Optional.ofNullable(from);
  }

  /** For a sentence: {@code acme-corp is "active" in the output that is committed}. */
  String words() {
    return id
        + published().map(state -> " is \"" + state.label() + "\" in ").orElse(" is not in ")
        + where;
  }
}
