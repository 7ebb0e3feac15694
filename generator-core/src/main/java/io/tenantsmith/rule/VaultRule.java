package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.FleetServices;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.Tenant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The settings of a vault are stated only with a vault, and keep tenants apart in it. */
final class VaultRule implements Rule {

  @Override
  public void judge(Resolution resolution, Consumer<Diagnostic> report) {
    Fleet fleet = resolution.workspace().fleet();
    if (fleet == null) {
      return;
    }
    FleetServices.Secrets secrets = fleet.services().secrets();
    Sourced<String> path = secrets.path();
    if (!secrets.asksForVault()) {
      unused("server", secrets.server(), report);
      unused("path", path, report);
      unused("auth_mount", secrets.authMount(), report);
    } else if (path != null) {
      resolution.workspace().tenants().forEach(tenant -> apart(fleet, path, tenant, report));
    }
  }

  private static void unused(
      String field, @Nullable Sourced<String> stated, Consumer<Diagnostic> report) {
    if (stated != null) {
      report.accept(
          Diagnostic.error(
                  Code.FLT407,
                  stated.range(),
                  Quoted.quote(field) + " belongs to a vault, which is not the provider of secrets")
              .withHint("write provider: vault, or remove it"));
    }
  }

  /** External-secrets takes a key's first part for the mount if both are equal. */
  private static void apart(
      Fleet fleet, Sourced<String> path, Tenant tenant, Consumer<Diagnostic> report) {
    tenant
        .id()
        .map(id -> fleet.namespacePrefix().value() + id.value())
        .filter(path.value()::equals)
        .ifPresent(
            namespace ->
                report.accept(
                    Diagnostic.error(
                            Code.FLT407,
                            path.range(),
                            "path "
                                + Quoted.quote(path.value())
                                + " is the namespace of a tenant, whose secrets would not lie"
                                + " below its name")
                        .withHint("mount the key-value engine under another name")));
  }
}
