package io.tenantsmith.render.chat;

import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.ImageKeys;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.render.kit.TenantNames;
import io.tenantsmith.render.kit.TenantScope;
import io.tenantsmith.render.route.HostObjectName;
import io.tenantsmith.template.NamedValues;
import io.tenantsmith.template.ObjectTemplate;
import java.util.List;

/** Renders open-webui.yaml: the Open WebUI of a tenant that has its own. */
public final class OpenWebUiContributor implements TenantContributor {

  private static final NamedValues<TenantScope> VALUES =
      NamedValues.<TenantScope>builder()
          .including(TenantNames.VALUES)
          .value("host", scope -> host(scope).value())
          .value("image", scope -> scope.tenant().image(ImageKeys.OPEN_WEBUI))
          .value("issuer", TenantScope::issuer)
          .value("listener", scope -> HostObjectName.of(host(scope)))
          .value("storageClass", scope -> scope.tenant().cluster().storageClasses().single())
          .build();
  private static final ObjectTemplate<TenantScope> OPEN_WEBUI =
      ObjectTemplate.beside(OpenWebUiContributor.class, "open-webui.yaml", VALUES);

  @Override
  public List<Artifact> contribute(ResolvedTenant tenant, Fleet fleet, List<Artifact> siblings) {
    if (!tenant.hasDedicatedOpenWebUi()) {
      return List.of();
    }
    TenantScope scope = new TenantScope(tenant, fleet);
    return List.of(scope.file("open-webui.yaml", OPEN_WEBUI.render(scope)));
  }

  private static HostName host(TenantScope scope) {
    return scope.tenant().hosts().openWebUiHost().orElseThrow();
  }
}
