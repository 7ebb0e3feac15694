package io.tenantsmith.render.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.harness.YamlTrees;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.run.RenderedArtifacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Content automation is the one model of an Open WebUI, or there is none. */
class OpenWebUiModelTest {

  private static final String SHARED = "/platform/admin-apps/open-webui/open-webui.yaml";
  private static final String DEDICATED = "/tenants/globex/open-webui.yaml";

  @TempDir private Path folder;
  private Path fleet;

  @BeforeEach
  void copy() throws IOException {
    fleet = SampleFleet.copyTo(folder.resolve("fleet"), 1);
  }

  @Test
  void bothAskTheServiceWithTheTokenOfWhoeverAsks() {
    RenderedArtifacts rendered = RenderedArtifacts.of(fleet);
    asks(environment(rendered, SHARED), "http://content:" + port(rendered) + "/v1");
    asks(
        environment(rendered, DEDICATED),
        "http://content.admin-apps.svc:" + port(rendered) + "/v1");
  }

  private static void asks(Map<String, String> variables, String address) {
    assertThat(variables)
        .containsEntry("OPENAI_API_BASE_URLS", address)
        .containsEntry("OPENAI_API_KEYS", "none")
        .containsEntry("DEFAULT_MODELS", "content")
        .containsEntry("BYPASS_MODEL_ACCESS_CONTROL", "true")
        .containsEntry("USER_PERMISSIONS_WORKSPACE_MODELS_ACCESS", "false")
        .containsEntry("ENABLE_EVALUATION_ARENA_MODELS", "false")
        .containsEntry("ENABLE_OLLAMA_API", "false")
        .doesNotContainKey("ENABLE_OPENAI_API");
    JsonNode connections = JsonMapper.shared().readTree(variables.get("OPENAI_API_CONFIGS"));
    assertThat(connections.propertyNames()).as("one for each address").containsExactly("0");
    JsonNode connection = connections.path("0");
    assertThat(connection.path("enable").asBoolean()).isTrue();
    assertThat(connection.path("auth_type").asString()).isEqualTo("system_oauth");
    assertThat(connection.path("model_ids").valueStream().map(JsonNode::asString))
        .containsExactly("content");
    Map<String, String> headers = new LinkedHashMap<>();
    connection
        .path("headers")
        .propertyStream()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asString()));
    assertThat(headers)
        .containsExactly(
            Map.entry("X-Content-Task", "{{TASK}}"),
            Map.entry("X-Content-Chat", "{{CHAT_ID}}"),
            Map.entry("X-Content-Message", "{{USER_MESSAGE_ID}}"));
  }

  @Test
  void withoutALanguageModelNeitherAsksAnybody() throws IOException {
    Path settings = fleet.resolve("fleet.yaml");
    String text = Files.readString(settings);
    Files.writeString(settings, text.replaceFirst("(?m)^content:\n( .*\n)+", ""));
    assertThat(settings).content().doesNotContain("model_url");
    RenderedArtifacts rendered = RenderedArtifacts.of(fleet);
    asksNobody(environment(rendered, SHARED));
    asksNobody(environment(rendered, DEDICATED));
  }

  private static void asksNobody(Map<String, String> variables) {
    assertThat(variables)
        .containsEntry("ENABLE_OPENAI_API", "false")
        .containsEntry("ENABLE_OLLAMA_API", "false")
        .containsEntry("ENABLE_DIRECT_CONNECTIONS", "false")
        .doesNotContainKeys("DEFAULT_MODELS", "BYPASS_MODEL_ACCESS_CONTROL");
    assertThat(variables.keySet()).noneMatch(name -> name.startsWith("OPENAI_"));
  }

  private static int port(RenderedArtifacts rendered) {
    return objects(rendered, "/platform/admin-apps/content/content.yaml")
        .filter(object -> object.path("kind").asString().equals("Service"))
        .filter(object -> object.at("/metadata/name").asString().equals("content"))
        .map(object -> object.at("/spec/ports/0/port").asInt())
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> environment(RenderedArtifacts rendered, String end) {
    Map<String, String> variables = new LinkedHashMap<>();
    objects(rendered, end)
        .flatMap(object -> object.at("/spec/template/spec/containers/0/env").valueStream())
        .forEach(
            each ->
                variables.put(each.path("name").asString(), each.path("value").asString("secret")));
    assertThat(variables).isNotEmpty();
    return variables;
  }

  private static Stream<JsonNode> objects(RenderedArtifacts rendered, String end) {
    return rendered.all().stream()
        .filter(file -> file.path().value().endsWith(end))
        .map(Artifact::text)
        .flatMap(text -> YamlTrees.trees(text).stream());
  }
}
