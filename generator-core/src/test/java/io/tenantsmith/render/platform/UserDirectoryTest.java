package io.tenantsmith.render.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.objects.Node;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.run.RenderedArtifacts;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The gateway refuses the paths at which the shared Open WebUI would tell everybody who else is
 * there, and no others. That Envoy does so is not shown here.
 */
class UserDirectoryTest {

  private static final String SOMEBODY = "/api/v1/users/0d4f2b8e-5f0e-4a7e-9b0e-2b8e5f0e4a7e";

  private static final List<KubernetesObject> CHAT =
      RenderedArtifacts.of(SampleFleet.root()).all().stream()
          .filter(file -> file.path().value().contains("/admin-apps/open-webui/"))
          .map(Artifact::objects)
          .flatMap(List::stream)
          .toList();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/users/search",
        "/api/v1/users/search/",
        "/api/v1/users/%73earch",
        "/api/v1/users/searc%68",
        "/api/v1/%75sers/search",
        SOMEBODY + "/info",
        SOMEBODY + "/info/",
        SOMEBODY + "/inf%6F",
        "/api/v1/users/0d4f2b8e%2D5f0e-4a7e-9b0e-2b8e5f0e4a7e/info"
      })
  void tellsNobodyWhoElseIsThere(String path) {
    assertThat(refusing(path)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/c/0d4f2b8e-5f0e-4a7e-9b0e-2b8e5f0e4a7e",
        "/api/v1/users/user/info",
        "/api/v1/users/user/info/update",
        "/api/v1/users/user/settings",
        "/api/v1/users/permissions",
        SOMEBODY + "/profile/image",
        "/api/v1/chats/search",
        "/api/v1/files/a%20name.pdf",
        "/oauth/oidc/callback"
      })
  void isOpenForAllElse(String path) {
    assertThat(refusing(path)).isEmpty();
  }

  /** A rule without a backend answers what each gateway likes; with this filter it is a 403. */
  @Test
  void refusesInTheWordsOfOpenWebUi() {
    Node answer = one("HTTPRouteFilter").at("spec", "directResponse");
    assertThat(answer.get("statusCode").numberOr(0)).isEqualTo(403);
    assertThat(answer.at("body", "inline").text()).startsWith("{\"detail\":");
  }

  private static List<Node> refusing(String path) {
    String filter = one("HTTPRouteFilter").at("metadata", "name").text();
    return one("HTTPRoute").at("spec", "rules").items().stream()
        .filter(
            rule ->
                rule.get("filters").items().stream()
                    .anyMatch(each -> each.at("extensionRef", "name").is(filter)))
        .flatMap(rule -> rule.get("matches").items().stream())
        .map(match -> match.get("path"))
        .filter(match -> matches(match, path))
        .toList();
  }

  private static boolean matches(Node match, String path) {
    String value = match.get("value").text();
    return match.get("type").is("PathPrefix")
        ? path.equals(value) || path.startsWith(value + "/")
        : path.matches(value);
  }

  private static Node one(String kind) {
    Stream<Node> found =
        CHAT.stream()
            .filter(object -> object.kind().equals(kind))
            .filter(object -> !object.ref().name().endsWith("-redirect"))
            .map(object -> Node.of(object.tree()));
    return found.findFirst().orElseThrow();
  }
}
