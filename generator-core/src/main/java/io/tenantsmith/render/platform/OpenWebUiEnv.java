package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.tenantsmith.model.HostName;
import java.util.List;

/** How the shared Open WebUI is set up: everybody comes through Authentik, nobody signs up. */
final class OpenWebUiEnv {

  private OpenWebUiEnv() {}

  /** The environment of its container. */
  static List<EnvVar> of(Platform platform) {
    String home = https(platform.fleet().openWebUiHost().value());
    Env env = new Env().set("WEBUI_URL", home);
    addLogin(env);
    addProvider(env, home, platform);
    addRoles(env);
    addPipelines(env);
    addOwnSecrets(env, platform);
    return env.list();
  }

  private static void addLogin(Env env) {
    env.set("ENABLE_PERSISTENT_CONFIG", "false")
        .set("ENABLE_SIGNUP", "false")
        .set("ENABLE_LOGIN_FORM", "false")
        .set("ENABLE_OAUTH", "true")
        .set("ENABLE_OAUTH_SIGNUP", "true")
        .set("OAUTH_MERGE_ACCOUNTS_BY_EMAIL", "false");
  }

  private static void addProvider(Env env, String home, Platform platform) {
    String provider = https(platform.fleet().identity().host().value()) + "/application/o/";
    env.set("OAUTH_CLIENT_ID", OpenWebUiFile.CLIENT_ID)
        .set(
            "OPENID_PROVIDER_URL",
            provider + OpenWebUiFile.CLIENT_ID + "/.well-known/openid-configuration")
        .set("OPENID_REDIRECT_URI", home + "/oauth/oidc/callback")
        .set("OAUTH_SCOPES", "openid email profile")
        .set("OAUTH_CODE_CHALLENGE_METHOD", "S256")
        .set("WEBUI_AUTH_SIGNOUT_REDIRECT_URL", home + "/auth")
        .set("OAUTH_PROVIDER_NAME", platform.fleet().name().value());
  }

  private static void addRoles(Env env) {
    env.set("DEFAULT_USER_ROLE", "pending")
        .set("ENABLE_OAUTH_ROLE_MANAGEMENT", "true")
        .set("OAUTH_ROLES_CLAIM", "roles")
        .set("OAUTH_ALLOWED_ROLES", "user")
        .set("ENABLE_OAUTH_GROUP_MANAGEMENT", "true")
        .set("ENABLE_OAUTH_GROUP_CREATION", "true")
        .set("OAUTH_GROUP_CLAIM", "groups");
  }

  private static void addPipelines(Env env) {
    env.set("OPENAI_API_BASE_URLS", "http://" + PipelinesFile.NAME + ":" + PipelinesFile.PORT)
        .secret("OPENAI_API_KEYS", PipelinesFile.NAME, PipelinesSecretsFile.API_KEY);
  }

  /** Without an administrator of its own the first person who logs in would become it. */
  private static void addOwnSecrets(Env env, Platform platform) {
    env.set("WEBUI_ADMIN_EMAIL", platform.administrator())
        .secret("WEBUI_ADMIN_PASSWORD", OpenWebUiFile.NAME, OpenWebUiSecretsFile.ADMIN)
        .secret("OAUTH_CLIENT_SECRET", OpenWebUiSecretsFile.CLIENT, OpenWebUiSecretsFile.CLIENT_KEY)
        .secret("WEBUI_SECRET_KEY", OpenWebUiFile.NAME, OpenWebUiSecretsFile.SECRET_KEY);
  }

  private static String https(HostName host) {
    return "https://" + host;
  }
}
