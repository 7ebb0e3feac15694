package io.tenantsmith.render.chat;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.tenantsmith.model.HostName;
import io.tenantsmith.render.kit.TenantScope;
import io.tenantsmith.render.kit.Variable;
import java.util.ArrayList;
import java.util.List;

/** The settings of a tenant's own Open WebUI: people sign on through Authentik and no other way. */
final class OpenWebUiEnvironment {

  private static final String TRUE = "true";
  private static final String FALSE = "false";

  private final TenantScope scope;
  private final String root;
  private final String client;
  private final List<EnvVar> variables = new ArrayList<>();

  OpenWebUiEnvironment(TenantScope scope, HostName host) {
    this.scope = scope;
    this.root = "https://" + host;
    this.client = "openwebui-" + scope.tenant().id();
  }

  List<EnvVar> variables() {
    addDoors();
    addClient();
    addRoles();
    variables.add(Variable.ofSecret("OAUTH_CLIENT_SECRET", "open-webui-oidc", "client-secret"));
    variables.add(Variable.ofSecret("WEBUI_SECRET_KEY", "open-webui", "secret-key"));
    return List.copyOf(variables);
  }

  private void addDoors() {
    add("WEBUI_URL", root);
    add("ENABLE_PERSISTENT_CONFIG", FALSE);
    add("ENABLE_SIGNUP", FALSE);
    add("ENABLE_LOGIN_FORM", FALSE);
    add("ENABLE_OAUTH", TRUE);
    add("ENABLE_OAUTH_SIGNUP", TRUE);
    add("OAUTH_MERGE_ACCOUNTS_BY_EMAIL", FALSE);
  }

  private void addClient() {
    String issuer = scope.issuer();
    add("OAUTH_CLIENT_ID", client);
    add("OPENID_PROVIDER_URL", issuer + client + "/.well-known/openid-configuration");
    add("OPENID_REDIRECT_URI", root + "/oauth/oidc/callback");
    add("OAUTH_SCOPES", "openid email profile");
    add("OAUTH_CODE_CHALLENGE_METHOD", "S256");
    add("WEBUI_AUTH_SIGNOUT_REDIRECT_URL", root + "/auth");
    add("OAUTH_PROVIDER_NAME", scope.tenant().displayName());
  }

  private void addRoles() {
    add("ENABLE_OAUTH_ROLE_MANAGEMENT", TRUE);
    add("OAUTH_ROLES_CLAIM", "roles");
    add("OAUTH_ALLOWED_ROLES", "admin,user,viewer");
    add("OAUTH_ADMIN_ROLES", "admin");
  }

  private void add(String name, String value) {
    variables.add(Variable.of(name, value));
  }
}
