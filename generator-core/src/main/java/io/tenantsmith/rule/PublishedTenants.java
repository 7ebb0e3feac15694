package io.tenantsmith.rule;

import io.tenantsmith.model.PublishedFacts.Fixed;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.TenantState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tenants of the current tree that have data and still have a file. An erased one has none, unless
 * its file takes it back to where its marks are lifted: then its data may be there after all.
 */
final class PublishedTenants {

  private final List<PublishedTenant> live;
  private final Map<String, PublishedTenant> byId = new HashMap<>();

  PublishedTenants(Resolution resolution) {
    Map<String, TenantState> stated = new HashMap<>();
    for (Tenant tenant : resolution.workspace().tenants()) {
      stated.put(tenant.fileStem(), tenant.state().value());
    }
    live =
        resolution.workspace().published().tenants().stream()
            .filter(tenant -> stated.containsKey(tenant.id().value()))
            .filter(
                tenant ->
                    tenant.state() != TenantState.ERASED
                        || stated.get(tenant.id().value()) == TenantState.ERASING)
            .toList();
    live.forEach(tenant -> byId.put(tenant.id().value(), tenant));
  }

  /** The tenants whose unchangeable facts are known. */
  List<PublishedTenant> known() {
    return live.stream().filter(tenant -> tenant.remembered().known().isPresent()).toList();
  }

  /** The published tenant of a file, if it is published and its facts are known. */
  Optional<PublishedTenant> of(Tenant tenant) {
    return Optional.ofNullable(byId.get(tenant.fileStem()))
        .filter(published -> published.remembered().known().isPresent());
  }

  static Fixed fixed(PublishedTenant tenant) {
    return tenant.remembered().known().orElseThrow();
  }
}
