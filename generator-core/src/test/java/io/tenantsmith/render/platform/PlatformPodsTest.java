package io.tenantsmith.render.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.GoldenFleet;
import io.tenantsmith.harness.PodSpecs;
import io.tenantsmith.harness.YamlTrees;
import io.tenantsmith.model.ContentKeys;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.MailKeys;
import io.tenantsmith.model.MailSecurity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What holds for the pods of the platform folder. */
class PlatformPodsTest {

  private static final String TOKEN = "/var/run/secrets/kubernetes.io/serviceaccount";

  @Test
  void bothHalvesOfAuthentikHaveOneEnvironment() {
    Map<String, String> server = environment(objects(fleet(true)), "server");
    Map<String, String> worker = environment(objects(fleet(true)), "worker");
    // Nobody talks to the worker.
    server.remove("AUTHENTIK_LISTEN__TRUSTED_PROXY_CIDRS");
    assertThat(worker).containsAllEntriesOf(server);
    assertThat(server)
        .containsEntry("AUTHENTIK_POSTGRESQL__SSLMODE", "require")
        .containsEntry("AUTHENTIK_OUTPOSTS__DISCOVER", "false")
        .containsEntry("AUTHENTIK_EMAIL__HOST", "smtp.example.com")
        .containsEntry("AUTHENTIK_EMAIL__PORT", "465")
        .containsEntry("AUTHENTIK_EMAIL__FROM", "no-reply@example.com")
        .containsEntry("AUTHENTIK_EMAIL__USE_SSL", "true")
        .containsEntry("AUTHENTIK_EMAIL__USE_TLS", "false")
        .containsEntry("AUTHENTIK_EMAIL__PASSWORD", "file:///run/secrets/mail/password");
    assertThat(worker).containsEntry("AUTHENTIK_WORKER__THREADS", "1");
  }

  @Test
  void everyFileThatAnEnvironmentNamesIsMounted() {
    for (JsonNode object : objects(fleet(true))) {
      for (JsonNode container : PodSpecs.containers(object)) {
        for (JsonNode variable : container.path("env")) {
          String value = variable.path("value").asString("");
          if (value.startsWith("file://")) {
            assertThat(mounts(container)).as(value).anyMatch(value.substring(7)::startsWith);
          }
        }
      }
    }
  }

  @Test
  void withoutARelayNobodyTriesToSendMail() {
    List<JsonNode> objects = objects(fleet(false));
    assertThat(environment(objects, "server").keySet()).noneMatch(name -> name.contains("EMAIL__"));
    assertThat(environment(objects, "worker").keySet()).noneMatch(name -> name.contains("EMAIL__"));
    assertThat(objects.toString()).doesNotContain("/run/secrets/mail");
  }

  @Test
  void theDatabaseSpeaksTls() {
    JsonNode database = container(objects(fleet(false)), "postgresql");
    assertThat(database.path("args").toString())
        .contains("--ssl=on", "/run/secrets/postgresql-tls/tls.crt");
    assertThat(mounts(database)).contains("/run/secrets/postgresql-tls");
  }

  /**
   * Measured: a query of Authentik's takes 3 ms, compiled 7 s; a blueprint sends one for each
   * binding.
   */
  @Test
  void theDatabaseCompilesNoQueries() {
    JsonNode database = container(objects(fleet(false)), "postgresql");
    assertThat(database.path("args").toString()).contains("--jit=off");
  }

  /** A token that a container does not need is one that can be stolen from it. */
  @Test
  void onlyWatchersHaveAToken() {
    int watchers = 0;
    for (JsonNode object : objects(fleet(true))) {
      List<JsonNode> containers = PodSpecs.containers(object);
      if (!containers.isEmpty()) {
        JsonNode pod = object.at("/spec/template/spec");
        assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
      }
      for (JsonNode container : containers) {
        boolean watches = container.path("image").asString().contains("sidecar");
        assertThat(mounts(container).contains(TOKEN)).as(container.toString()).isEqualTo(watches);
        watchers += watches ? 1 : 0;
      }
    }
    assertThat(watchers).isEqualTo(6);
  }

  @Test
  void aWatcherThatHangsIsStartedAgain() {
    for (JsonNode object : objects(fleet(true))) {
      for (JsonNode container : PodSpecs.longRunning(object)) {
        assertThat(container.path("livenessProbe").isObject()).as(container.toString()).isTrue();
        if (container.path("image").asString().contains("sidecar")) {
          assertThat(container.at("/livenessProbe/httpGet/path").asString()).isEqualTo("/healthz");
        }
      }
    }
  }

  private static Map<String, String> environment(List<JsonNode> objects, String name) {
    Map<String, String> values = new TreeMap<>();
    for (JsonNode variable : container(objects, name).path("env")) {
      JsonNode value = variable.path("value");
      values.put(
          variable.path("name").asString(),
          value.isString() ? value.asString() : variable.path("valueFrom").toString());
    }
    return values;
  }

  private static JsonNode container(List<JsonNode> objects, String name) {
    return objects.stream()
        .flatMap(object -> PodSpecs.containers(object).stream())
        .filter(container -> container.path("name").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> mounts(JsonNode container) {
    return container
        .path("volumeMounts")
        .valueStream()
        .map(mount -> mount.path("mountPath").asString())
        .toList();
  }

  private static List<JsonNode> objects(Fleet fleet) {
    return new PlatformContributor()
        .contribute(GoldenFleet.view(fleet), List.of()).stream()
            .flatMap(file -> YamlTrees.trees(file.text()).stream())
            .toList();
  }

  private static Fleet fleet(boolean mail) {
    var stated =
        GoldenFleet.stated()
            .put(ContentKeys.MODEL_URL, GoldenFleet.sourced("https://llm.example.com/v1"))
            .put(ContentKeys.MODEL, GoldenFleet.sourced("some-model"));
    if (mail) {
      stated
          .put(MailKeys.HOST, GoldenFleet.sourced(new HostName("smtp.example.com")))
          .put(MailKeys.FROM, GoldenFleet.sourced("no-reply@example.com"))
          .put(MailKeys.SECURITY, GoldenFleet.sourced(MailSecurity.TLS))
          .put(MailKeys.SECRET, GoldenFleet.sourced("mail-relay"));
    }
    return GoldenFleet.fleet(stated.build(), GoldenFleet.statedCluster().build());
  }
}
