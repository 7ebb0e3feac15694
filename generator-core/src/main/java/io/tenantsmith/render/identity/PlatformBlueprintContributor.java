package io.tenantsmith.render.identity;

import io.tenantsmith.model.HostName;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ClusterContributor;
import io.tenantsmith.render.Labels;
import io.tenantsmith.render.Layout;
import io.tenantsmith.render.Manifest;
import io.tenantsmith.template.text.TextTemplate;
import java.util.List;
import java.util.Map;

/** Renders the blueprint of what all tenants share in Authentik. */
public final class PlatformBlueprintContributor implements ClusterContributor {

  private static final String OWNER = "platform";
  private static final String SLUG = "platform-openwebui";

  private final TextTemplate template = new BlueprintTemplates().template("platform");
  private final BlueprintRules rules = new BlueprintRules();

  @Override
  public List<Artifact> contribute(ClusterView view, List<Artifact> siblings) {
    Sourced<HostName> host = view.cluster().openWebUiHost();
    BlueprintConfigMap map =
        new BlueprintConfigMap(
            OWNER,
            Labels.OF_FLEET.of(view.fleet()),
            "platform-base.yaml",
            () -> blueprint(host.value()));
    return List.of(
        Manifest.rendered(
            Layout.adminApps(view.cluster().name().value())
                .resolve("authentik")
                .resolve("blueprints.yaml"),
            host.range().file(),
            List.of(map.rendering())));
  }

  private String blueprint(HostName host) {
    String text = template.text(Map.of("app", application(host).tree()));
    rules.check(text, new BlueprintRules.Owner(OWNER, List.of(host.value())));
    return text;
  }

  private static BlueprintApplication application(HostName host) {
    return new BlueprintApplication(
        "openwebui",
        OWNER,
        SLUG,
        "platform shared profile",
        new BlueprintApplication.Text("Open WebUI", "", "AI workspace shared by tenants"),
        BlueprintApplication.openWebUiLinks(host));
  }
}
