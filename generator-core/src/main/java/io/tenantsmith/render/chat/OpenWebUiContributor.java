package io.tenantsmith.render.chat;

import io.tenantsmith.lifecycle.StateForm;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.ImageKeys;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.render.kit.TenantNames;
import io.tenantsmith.render.kit.TenantScope;
import io.tenantsmith.render.route.HostObjectName;
import io.tenantsmith.render.route.PausedRedirect;
import io.tenantsmith.template.NamedValues;
import io.tenantsmith.template.ObjectTemplate;
import io.tenantsmith.template.Rendering;
import java.util.List;

/** Renders open-webui.yaml: the Open WebUI of a tenant that has its own; kept, only its volume. */
public final class OpenWebUiContributor implements TenantContributor {

  private static final NamedValues<Source> DATA_VALUES =
      NamedValues.<Source>builder()
          .including(Source::scope, TenantNames.VALUES)
          .form("kept", source -> source.form().isMarked())
          .value("storageClass", source -> source.tenant().cluster().storageClasses().single())
          .build();
  private static final NamedValues<Source> VALUES =
      NamedValues.<Source>builder()
          .including(Source::scope, TenantNames.VALUES)
          .including(Source::scope, PausedRedirect.VALUES)
          .form("closed", source -> source.form() == StateForm.CLOSED)
          .condition("content.used", Source::hasContent)
          .value("client", source -> client(source.scope()))
          .value("host", source -> source.host().value())
          .value("image", source -> source.tenant().image(ImageKeys.OPEN_WEBUI))
          .value("issuer", source -> source.scope().issuer())
          .value("listener", source -> HostObjectName.of(source.host()))
          .build();
  private static final ObjectTemplate<Source> DATA =
      ObjectTemplate.beside(OpenWebUiContributor.class, "open-webui-data.yaml", DATA_VALUES);
  private static final ObjectTemplate<Source> OPEN_WEBUI =
      ObjectTemplate.beside(OpenWebUiContributor.class, "open-webui.yaml", VALUES);

  private final StateForm form;

  /** A contributor of one form. Closed, its host leads to the paused page. */
  public OpenWebUiContributor(StateForm form) {
    this.form = form;
  }

  @Override
  public List<Artifact> contribute(ResolvedTenant tenant, Fleet fleet, List<Artifact> siblings) {
    if (!tenant.hasDedicatedOpenWebUi()) {
      return List.of();
    }
    Source source = new Source(new TenantScope(tenant, fleet), form);
    Rendering data = DATA.render(source);
    return List.of(
        form.isWhole()
            ? source.scope().file("open-webui.yaml", data, OPEN_WEBUI.render(source))
            : source.scope().file("open-webui.yaml", data));
  }

  /** The client of Authentik as which it signs its people on. */
  static String client(TenantScope scope) {
    return "openwebui-" + scope.id();
  }

  /** A tenant, and in which form its Open WebUI is rendered. */
  private record Source(TenantScope scope, StateForm form) {

    ResolvedTenant tenant() {
      return scope.tenant();
    }

    /** Whether there is anybody who writes; who has an Open WebUI of its own has the feature. */
    boolean hasContent() {
      return scope.fleet().services().contentModel().isPresent();
    }

    HostName host() {
      return tenant().hosts().openWebUiHost().orElseThrow();
    }
  }
}
