package io.tenantsmith.render.identity;

import io.tenantsmith.lifecycle.StateForm;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.Labels;
import io.tenantsmith.render.Layout;
import io.tenantsmith.render.Manifest;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.template.text.TextTemplate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Renders identity.yaml: the tenant's groups, applications and login page in Authentik, or a
 * tombstone that removes them.
 */
public final class IdentityContributor implements TenantContributor {

  private final StateForm form;
  private final TextTemplate template;
  private final BlueprintRules rules = new BlueprintRules();

  /**
   * A contributor of one form. Closed, people are known and refused; released, all that Authentik
   * has of the tenant is removed.
   */
  public IdentityContributor(StateForm form) {
    this.form = form;
    BlueprintTemplates templates = new BlueprintTemplates();
    template = templates.template(form == StateForm.RELEASED ? "tombstone" : "tenant");
  }

  @Override
  public List<Artifact> contribute(ResolvedTenant tenant, Fleet fleet, List<Artifact> siblings) {
    BlueprintConfigMap map =
        new BlueprintConfigMap(
            tenant.id().value(),
            labels(tenant, fleet),
            () -> Map.of(TenantBlueprint.name(tenant) + ".yaml", blueprint(tenant)));
    return List.of(
        Manifest.rendered(
            Layout.tenant(tenant).resolve("identity.yaml"),
            tenant.file(),
            List.of(map.rendering())));
  }

  private String blueprint(ResolvedTenant tenant) {
    String text = template.text(new TenantBlueprint(tenant, form == StateForm.OPEN).context());
    rules.check(List.of(text), BlueprintRules.Owner.tenant(tenant.id().value(), answering(tenant)));
    return text;
  }

  /** The hosts at which applications answer; all other hosts of a site redirect. */
  private static List<String> answering(ResolvedTenant tenant) {
    return Stream.concat(
            Stream.of(tenant.hosts().canonical()), tenant.hosts().openWebUiHost().stream())
        .map(HostName::value)
        .toList();
  }

  private static Map<String, Object> labels(ResolvedTenant tenant, Fleet fleet) {
    Map<String, Object> labels =
        new TreeMap<>(Labels.OF_TENANT.of(new Labels.Labelled(fleet, tenant)));
    labels.put(Labels.PREFIX + "blueprint", "tenant");
    return labels;
  }
}
