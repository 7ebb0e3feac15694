package io.tenantsmith.render.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.harness.YamlTrees;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.run.RenderedArtifacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The Open WebUI that tenants share and that of one tenant state the same variables, so that none
 * of them is left to a default that the next version changes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenWebUiSettingsTest {

  private final Map<String, String> shared = new LinkedHashMap<>();
  private final Map<String, String> dedicated = new LinkedHashMap<>();

  @BeforeAll
  void render(@TempDir Path folder) throws IOException {
    for (Artifact file : RenderedArtifacts.of(SampleFleet.copyTo(folder, 1)).all()) {
      if (file.path().value().endsWith("open-webui.yaml")) {
        for (JsonNode object : YamlTrees.trees(file.text())) {
          boolean isShared = object.at("/metadata/namespace").asString().equals("admin-apps");
          object
              .at("/spec/template/spec/containers/0/env")
              .forEach(variable -> note(variable, isShared ? shared : dedicated));
        }
      }
    }
  }

  private static void note(JsonNode variable, Map<String, String> variables) {
    String name = variable.path("name").asString();
    assertThat(variables.put(name, variable.path("value").asString("secret"))).as(name).isNull();
  }

  @Test
  void bothStateTheSame() {
    TreeSet<String> onlyShared = new TreeSet<>(shared.keySet());
    onlyShared.removeAll(dedicated.keySet());
    TreeSet<String> onlyDedicated = new TreeSet<>(dedicated.keySet());
    onlyDedicated.removeAll(shared.keySet());
    assertThat(onlyShared)
        .containsExactly(
            "ENABLE_OAUTH_GROUP_CREATION",
            "ENABLE_OAUTH_GROUP_MANAGEMENT",
            "OAUTH_GROUP_CLAIM",
            "OAUTH_GROUP_DEFAULT_SHARE");
    assertThat(onlyDedicated).containsExactly("OAUTH_ADMIN_ROLES");
  }

  /** What is on in one and off in the other: what people of one tenant may do among themselves. */
  @Test
  void onlyWhatPeopleSeeOfEachOtherDiffers() {
    Map<String, String> differing = new TreeMap<>();
    shared.forEach(
        (name, value) -> {
          String other = dedicated.getOrDefault(name, value);
          if (!other.equals(value) && (value.equals("true") || value.equals("false"))) {
            differing.put(name, value);
          }
        });
    assertThat(differing.keySet())
        .containsExactly(
            "ENABLE_NOTES",
            "ENABLE_USER_STATUS",
            "USER_PERMISSIONS_ACCESS_GRANTS_ALLOW_GROUPS",
            "USER_PERMISSIONS_ACCESS_GRANTS_ALLOW_USERS",
            "USER_PERMISSIONS_CHAT_SHARE",
            "USER_PERMISSIONS_FEATURES_NOTES");
    assertThat(differing.values()).containsOnly("false");
  }

  /** Groups are made of what a sign-on says; only where tenants meet would others see them. */
  @Test
  void noGroupIsShownToWhoIsNotInIt() {
    assertThat(shared).containsEntry("OAUTH_GROUP_DEFAULT_SHARE", "false");
    assertThat(dedicated).doesNotContainKey("ENABLE_OAUTH_GROUP_MANAGEMENT");
  }

  @Test
  void everyPermissionThatIsStatedIsClosedWhereTenantsMeet() {
    assertThat(shared)
        .allSatisfy(
            (name, value) -> {
              if (name.startsWith("USER_PERMISSIONS_")) {
                assertThat(value).as(name).isEqualTo("false");
              }
            });
  }

  @Test
  void signOnIsTheOnlyWayIn() {
    for (Map<String, String> variables : List.of(shared, dedicated)) {
      String url = variables.get("WEBUI_URL");
      assertThat(variables)
          .containsEntry("ENABLE_PERSISTENT_CONFIG", "false")
          .containsEntry("ENABLE_SIGNUP", "false")
          .containsEntry("ENABLE_LOGIN_FORM", "false")
          .containsEntry("ENABLE_PASSWORD_AUTH", "false")
          .containsEntry("OAUTH_MERGE_ACCOUNTS_BY_EMAIL", "false")
          .containsEntry("OAUTH_SCOPES", "openid email profile offline_access")
          .containsEntry("JWT_EXPIRES_IN", "8h")
          .containsEntry("WEBUI_SESSION_COOKIE_SECURE", "true")
          .containsEntry("WEBUI_AUTH_COOKIE_SECURE", "true")
          .containsEntry("CORS_ALLOW_ORIGIN", url)
          .containsEntry("OPENID_REDIRECT_URI", url + "/oauth/oidc/callback")
          .containsEntry("WEBUI_ADMIN_PASSWORD", "secret")
          // Nobody signs on with it: whoever had this address could not.
          .containsEntry("WEBUI_ADMIN_EMAIL", "open-webui@" + url.substring("https://".length()));
    }
  }
}
