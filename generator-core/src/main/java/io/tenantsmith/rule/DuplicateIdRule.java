package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.TenantId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One id, one file. */
final class DuplicateIdRule implements Rule {

  @Override
  public void judge(Resolution resolution, Consumer<Diagnostic> report) {
    Map<TenantId, Sourced<TenantId>> first = new HashMap<>();
    List<Tenant> tenants = new ArrayList<>(resolution.workspace().tenants());
    // The file that is named after the id holds it; otherwise the sort keeps the order of files.
    tenants.sort(Comparator.comparing(tenant -> !isNamedAfterItsId(tenant)));
    for (Tenant tenant : tenants) {
      Sourced<TenantId> id = tenant.who().id();
      Sourced<TenantId> before = id == null ? null : first.putIfAbsent(id.value(), id);
      if (id != null && before != null) {
        report.accept(
            Diagnostic.error(
                    Code.TEN203,
                    id.range(),
                    "tenant id " + Quoted.quote(id.value().value()) + " is taken")
                .withRelated("used first at", before.range())
                .withHint(hint(tenant)));
      }
    }
  }

  /** Whoever is published keeps the id that its file is named after, and its file. */
  private static String hint(Tenant tenant) {
    return "write "
        + Quoted.quote(tenant.fileStem())
        + " here, or, if that was never published, remove the file";
  }

  private static boolean isNamedAfterItsId(Tenant tenant) {
    return tenant.id().filter(id -> id.value().equals(tenant.fileStem())).isPresent();
  }
}
