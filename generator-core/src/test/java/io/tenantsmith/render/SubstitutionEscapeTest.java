package io.tenantsmith.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.GoldenFleet;
import io.tenantsmith.harness.GoldenFleet.TenantFixture;
import io.tenantsmith.harness.YamlTrees;
import io.tenantsmith.lifecycle.StateForm;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.render.identity.IdentityContributor;
import io.tenantsmith.render.tenancy.NamespaceContributor;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Flux must not take a tenant's text for a variable. */
class SubstitutionEscapeTest {

  private static final String ANNOTATION = "kustomize.toolkit.fluxcd.io/substitute";

  @Test
  void aNamespaceThatShowsAVariableIsMarked() {
    List<JsonNode> objects =
        objects(
            new NamespaceContributor(StateForm.OPEN),
            new TenantFixture("a", "Costs ${PRICE}", "pro"));
    assertThat(mark(objects.get(0))).isEqualTo("disabled");
    assertThat(objects.get(0).at("/metadata/annotations/tenantsmith.io~1display-name").asString())
        .isEqualTo("Costs ${PRICE}");
    assertThat(objects.subList(1, 4)).allMatch(o -> mark(o).isEmpty());
  }

  @Test
  void aBlueprintIsMarkedForItsNameAndForItsBranding() {
    assertThat(identity(new TenantFixture("a", "Costs ${PRICE}", "pro"))).isEqualTo("disabled");
    assertThat(
            identity(
                new TenantFixture("a", "A", "pro")
                    .login("auth.a.com")
                    .set(TenantKeys.BRANDING_CSS, "a::after { content: '${x}' }")))
        .isEqualTo("disabled");
    assertThat(identity(new TenantFixture("a", "$ { } $HOME", "pro"))).isEmpty();
  }

  private static String identity(TenantFixture fixture) {
    return mark(objects(new IdentityContributor(StateForm.OPEN), fixture).get(0));
  }

  private static List<JsonNode> objects(TenantContributor contributor, TenantFixture fixture) {
    ResolvedTenant tenant = fixture.tenant();
    List<Artifact> artifacts = contributor.contribute(tenant, GoldenFleet.fleet(), List.of());
    return YamlTrees.trees(artifacts.get(0).text());
  }

  private static String mark(JsonNode object) {
    return object.path("metadata").path("annotations").path(ANNOTATION).asString("");
  }
}
