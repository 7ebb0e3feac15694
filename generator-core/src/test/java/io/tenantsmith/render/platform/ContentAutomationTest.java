package io.tenantsmith.render.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.GoldenFleet;
import io.tenantsmith.harness.YamlTrees;
import io.tenantsmith.model.ContentKeys;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ImageKeys;
import io.tenantsmith.model.Key;
import io.tenantsmith.render.Artifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What of content automation the platform's folder holds. */
class ContentAutomationTest {

  /** The sources of the service, beside this module. */
  private static final Path SOURCES = Path.of("../content/tenantsmith_content");

  private static final Path NAMES =
      Path.of("src/main/resources/io/tenantsmith/render/platform", ContentCode.NAMES);

  /** A ConfigMap may have four times as much; it is also kept in an annotation by some tools. */
  private static final int MOST_BYTES = 256 * 1024;

  private static final Comparator<Key<String>> BY_PATH = Comparator.comparing(Key::path);

  private static final Map<Key<String>, String> OUTSIDE =
      Map.of(
          ContentKeys.MODEL_URL, "https://llm.example.com/v1",
          ContentKeys.MODEL, "some-model");

  @Test
  void theNamesAreThoseOfTheSources() throws IOException {
    String names = String.join("\n", sources().keySet()) + "\n";
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(NAMES, names);
    }
    assertThat(Files.readString(NAMES))
        .as("names of the files of the service; -Dgolden.update=true writes them anew")
        .isEqualTo(names);
  }

  @Test
  void theConfigMapIsTheSourcesByteForByte() throws IOException {
    JsonNode data = object(OUTSIDE, "ConfigMap", "content-code").path("data");
    SortedMap<String, byte[]> sources = sources();
    assertThat(data.propertyNames()).containsExactlyInAnyOrderElementsOf(sources.keySet());
    sources.forEach(
        (name, bytes) ->
            assertThat(data.path(name).asString("").getBytes(UTF_8)).as(name).isEqualTo(bytes));
  }

  /** Keys of a ConfigMap hold no slash; what Flux fills in or CR would change the files. */
  @Test
  void theSourcesCanBeShippedInAConfigMap() throws IOException {
    long bytes = 0;
    for (Map.Entry<String, byte[]> source : sources().entrySet()) {
      String text = new String(source.getValue(), UTF_8);
      assertThat(source.getKey()).matches("[a-z_]+\\.py");
      assertThat(text.getBytes(UTF_8)).as(source.getKey()).isEqualTo(source.getValue());
      assertThat(text).as(source.getKey()).doesNotContain("\r", "${", "\u0000");
      bytes += source.getValue().length;
    }
    assertThat(bytes).isBetween(10_000L, (long) MOST_BYTES);
  }

  @Test
  void aChangeOfTheCodeStartsANewPod() {
    String digest = digestOf(OUTSIDE);
    assertThat(digest)
        .isEqualTo(ContentCode.digest(ContentCode.FILES))
        .matches("sha256:[0-9a-f]{64}");
    SortedMap<String, String> changed = new TreeMap<>(ContentCode.FILES);
    changed.merge("app.py", "#\n", String::concat);
    assertThat(ContentCode.digest(changed)).isNotEqualTo(digest);
    SortedMap<String, String> renamed = new TreeMap<>(ContentCode.FILES);
    renamed.put("other.py", renamed.remove("app.py"));
    assertThat(ContentCode.digest(renamed)).isNotEqualTo(digest);
  }

  @Test
  void withoutAModelNothingOfItIsThere() {
    String all = String.join("\n", artifacts(Map.of()).stream().map(Artifact::text).toList());
    assertThat(artifacts(Map.of()))
        .noneMatch(file -> file.path().value().contains("/content/"))
        .hasSize(PlatformContributor.FILES.size() - 6);
    assertThat(all)
        .doesNotContain("content-bots", "http://content", "PlatformContent", "TenantContent")
        .doesNotContain("app.kubernetes.io/name: content\n", "deployment=\"content\"");
    assertThat(environment(Map.of(), "open-webui"))
        .containsEntry("ENABLE_OPENAI_API", "false")
        .doesNotContainKeys("OPENAI_API_BASE_URLS", "OPENAI_API_KEYS", "DEFAULT_MODELS");
  }

  @Test
  void openWebUiAsksItWithTheTokenOfWhoeverAsks() {
    Map<String, String> chat = environment(OUTSIDE, "open-webui");
    assertThat(chat)
        .containsEntry("OPENAI_API_BASE_URLS", "http://content:8080/v1")
        .containsEntry("OPENAI_API_KEYS", "none")
        .containsEntry("DEFAULT_MODELS", "content")
        .containsEntry("BYPASS_MODEL_ACCESS_CONTROL", "true")
        .containsEntry("USER_PERMISSIONS_WORKSPACE_MODELS_ACCESS", "false")
        .doesNotContainKey("ENABLE_OPENAI_API");
    JsonNode config = JsonMapper.shared().readTree(chat.get("OPENAI_API_CONFIGS")).path("0");
    assertThat(config.path("auth_type").asString("")).isEqualTo("system_oauth");
    assertThat(config.path("model_ids").toString()).isEqualTo("[\"content\"]");
    assertThat(config.path("headers").propertyNames())
        .containsExactly("X-Content-Task", "X-Content-Chat", "X-Content-Message");
  }

  @Test
  void itRunsOnTheImageOfOpenWebUiUnlessAnotherIsNamed() {
    Map<Key<String>, String> stated = new TreeMap<>(BY_PATH);
    stated.putAll(OUTSIDE);
    stated.put(ImageKeys.OPEN_WEBUI, "open-webui:v0.12.4");
    assertThat(image(stated)).isEqualTo("open-webui:v0.12.4");
    stated.put(ImageKeys.CONTENT, "content-python:3.11.9");
    assertThat(image(stated)).isEqualTo("content-python:3.11.9");
  }

  @Test
  void aModelOutsideIsReachedAtItsPortAndNothingElseIs() {
    Map<Key<String>, String> stated = new TreeMap<>(BY_PATH);
    stated.putAll(OUTSIDE);
    stated.put(ContentKeys.MODEL_URL, "https://llm.example.com:8443/v1");
    assertThat(ports(stated, "ipBlock")).containsExactly(8443);
  }

  @Test
  void aModelInTheClusterIsReachedThereAndTheInternetIsNot() {
    Map<Key<String>, String> stated = new TreeMap<>(BY_PATH);
    stated.put(ContentKeys.MODEL_URL, "http://vllm.models.svc:8000/v1");
    stated.put(ContentKeys.MODEL, "some-model");
    stated.put(ContentKeys.MODEL_NAMESPACE, "models");
    assertThat(ports(stated, "ipBlock")).isEmpty();
    assertThat(ports(stated, "\"models\"")).containsExactly(8000);
  }

  /** The ports of egress rules whose peers are described with that word. */
  private static List<Integer> ports(Map<Key<String>, String> stated, String word) {
    return object(stated, "NetworkPolicy", "content")
        .at("/spec/egress")
        .valueStream()
        .filter(rule -> rule.path("to").toString().contains(word))
        .map(rule -> rule.at("/ports/0/port").asInt(0))
        .toList();
  }

  private static String image(Map<Key<String>, String> stated) {
    return deployment(stated, "content").at("/spec/template/spec/containers/0/image").asString("");
  }

  private static String digestOf(Map<Key<String>, String> stated) {
    return deployment(stated, "content")
        .at("/spec/template/metadata/annotations/tenantsmith.io~1code")
        .asString("");
  }

  private static Map<String, String> environment(Map<Key<String>, String> stated, String name) {
    Map<String, String> values = new TreeMap<>();
    for (JsonNode each : deployment(stated, name).at("/spec/template/spec/containers/0/env")) {
      values.put(each.path("name").asString(""), each.path("value").asString(""));
    }
    return values;
  }

  private static JsonNode deployment(Map<Key<String>, String> stated, String name) {
    return object(stated, "Deployment", name);
  }

  private static JsonNode object(Map<Key<String>, String> stated, String kind, String name) {
    return artifacts(stated).stream()
        .flatMap(file -> YamlTrees.trees(file.text()).stream())
        .filter(object -> object.path("kind").asString("").equals(kind))
        .filter(object -> object.at("/metadata/name").asString("").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<Artifact> artifacts(Map<Key<String>, String> stated) {
    var values = GoldenFleet.stated();
    stated.forEach((key, value) -> values.put(key, GoldenFleet.sourced(value)));
    Fleet fleet = GoldenFleet.fleet(values.build(), GoldenFleet.statedCluster().build());
    return new PlatformContributor().contribute(GoldenFleet.view(fleet), List.of());
  }

  private static SortedMap<String, byte[]> sources() throws IOException {
    SortedMap<String, byte[]> sources = new TreeMap<>();
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".py")).toList()) {
        sources.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return sources;
  }
}
