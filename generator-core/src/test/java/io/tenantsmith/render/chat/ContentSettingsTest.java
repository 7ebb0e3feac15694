package io.tenantsmith.render.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.harness.VariantFleet;
import io.tenantsmith.harness.YamlTrees;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.run.RenderedArtifacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What content automation is told of a tenant agrees with the tenant's other objects. */
class ContentSettingsTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @Test
  void oneFileOfEachTenantThatHasTheFeature(@TempDir Path folder) throws IOException {
    RenderedArtifacts sample = RenderedArtifacts.of(SampleFleet.root());
    check(sample);
    for (String name : VariantFleet.names()) {
      check(RenderedArtifacts.of(VariantFleet.copyTo(folder.resolve(name), name)));
    }
    assertThat(settings(sample, "globex").at("/name").asString()).isEqualTo("Globex");
  }

  private static void check(RenderedArtifacts fleet) {
    for (ResolvedTenant tenant : fleet.tenants()) {
      String id = tenant.id().value();
      JsonNode settings = settings(fleet, id);
      if (!tenant.get(TenantKeys.CONTENT_AUTOMATION)) {
        assertThat(settings.isMissingNode()).as(id).isTrue();
      } else if (!settings.isMissingNode()) {
        assertThat(settings.at("/tenant").asString()).isEqualTo(id);
        assertThat(settings.at("/service").asString())
            .isEqualTo("http://wordpress." + tenant.namespace() + ".svc");
        checkClient(fleet, tenant, settings.at("/client"));
      }
    }
  }

  /** Its own Open WebUI speaks for a tenant, with the issuer and client of its sign-on. */
  private static void checkClient(RenderedArtifacts fleet, ResolvedTenant tenant, JsonNode client) {
    assertThat(client.isMissingNode()).isNotEqualTo(tenant.hasDedicatedOpenWebUi());
    if (tenant.hasDedicatedOpenWebUi()) {
      Map<String, String> chat = environment(fleet, tenant.id().value());
      assertThat(client.at("/audience").asString()).isEqualTo(chat.get("OAUTH_CLIENT_ID"));
      assertThat(client.at("/issuer").asString() + ".well-known/openid-configuration")
          .isEqualTo(chat.get("OPENID_PROVIDER_URL"));
    }
  }

  private static Map<String, String> environment(RenderedArtifacts fleet, String id) {
    Map<String, String> variables = new LinkedHashMap<>();
    YamlTrees.trees(file(fleet, id, "/open-webui.yaml"))
        .forEach(
            object ->
                object
                    .at("/spec/template/spec/containers/0/env")
                    .forEach(
                        variable ->
                            variables.put(
                                variable.path("name").asString(),
                                variable.path("value").asString(""))));
    return variables;
  }

  private static JsonNode settings(RenderedArtifacts fleet, String id) {
    String text = file(fleet, id, "/content.yaml");
    return text.isEmpty()
        ? JSON.missingNode()
        : JSON.readTree(YamlTrees.trees(text).get(0).path("data").path(id + ".json").asString());
  }

  private static String file(RenderedArtifacts fleet, String id, String end) {
    return fleet.ofTenant(id).stream()
        .filter(file -> file.path().value().endsWith(end))
        .map(Artifact::text)
        .findFirst()
        .orElse("");
  }
}
