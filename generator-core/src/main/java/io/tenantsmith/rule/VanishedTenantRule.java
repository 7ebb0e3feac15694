package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.TenantState;
import io.tenantsmith.model.Workspace;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Absence is never deletion: only an erased tenant leaves by a missing file. */
final class VanishedTenantRule implements Rule {

  @Override
  public void judge(Resolution resolution, Consumer<Diagnostic> report) {
    Workspace workspace = resolution.workspace();
    Set<String> there =
        workspace.tenants().stream().map(Tenant::fileStem).collect(Collectors.toSet());
    workspace.published().tenants().stream()
        .filter(tenant -> tenant.state() != TenantState.ERASED)
        .filter(tenant -> !there.contains(tenant.id().value()))
        .forEach(tenant -> report.accept(vanished(tenant, workspace)));
  }

  private static Diagnostic vanished(PublishedTenant tenant, Workspace workspace) {
    return Diagnostic.error(
            Code.LIF101,
            SourceRange.ofFile(workspace.tenantsFolder() + "/" + tenant.id() + ".yaml"),
            "the file is gone but "
                + tenant.id()
                + " is \""
                + tenant.state().label()
                + "\" in "
                + workspace.published().name())
        .withHint(
            "restore it, for instance from Git: only the file of an \"erased\" tenant may go; next is "
                + NextSteps.next(tenant.id().value(), tenant.state()));
  }
}
