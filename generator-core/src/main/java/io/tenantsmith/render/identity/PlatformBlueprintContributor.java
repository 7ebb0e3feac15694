package io.tenantsmith.render.identity;

import io.tenantsmith.model.Fleet;
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

/**
 * Renders the blueprints of what all tenants share in Authentik: its applications, and how people
 * sign in, recover and are invited. Each object is stated by one of them.
 */
public final class PlatformBlueprintContributor implements ClusterContributor {

  private static final String OWNER = "platform";
  private static final String SLUG = "platform-openwebui";

  private final BlueprintTemplates templates = new BlueprintTemplates();
  private final TextTemplate base = templates.template("platform");
  private final TextTemplate people = templates.template("people");
  private final BlueprintRules rules = new BlueprintRules();

  @Override
  public List<Artifact> contribute(ClusterView view, List<Artifact> siblings) {
    Fleet fleet = view.fleet();
    Sourced<HostName> host = view.cluster().openWebUiHost();
    BlueprintConfigMap map =
        new BlueprintConfigMap(OWNER, Labels.OF_FLEET.of(fleet), () -> blueprints(view));
    return List.of(
        Manifest.rendered(
            Layout.adminApps(view.cluster().name().value())
                .resolve("authentik")
                .resolve("blueprints.yaml"),
            host.range().file(),
            List.of(map.rendering())));
  }

  private Map<String, String> blueprints(ClusterView view) {
    HostName host = view.cluster().openWebUiHost().value();
    String shared = base.text(Map.of("app", application(host).tree()));
    String own = people.text(Map.of("people", people(view)));
    rules.check(List.of(shared, own), BlueprintRules.Owner.platform(List.of(host.value())));
    return Map.of("platform-base.yaml", shared, "platform-people.yaml", own);
  }

  private static Map<String, Object> people(ClusterView view) {
    Fleet.Identity identity = view.fleet().identity();
    return Map.of(
        "host", view.cluster().identityHost().value().value(),
        "title", identity.title(),
        "logo", TenantBlueprint.LOGO,
        "favicon", TenantBlueprint.FAVICON,
        "secondFactor", identity.adminSecondFactor());
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
