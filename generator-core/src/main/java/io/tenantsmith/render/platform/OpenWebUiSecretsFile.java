package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantsmith.render.Labels;
import io.tenantsmith.render.secret.CreatedSecret.Value;
import java.util.List;
import java.util.Map;

/** Secrets of the shared Open WebUI. */
final class OpenWebUiSecretsFile implements PlatformFile {

  /** The Secret of its client in Authentik. */
  static final String CLIENT = "oidc-" + OpenWebUiFile.CLIENT_ID;

  /** Key and, in Authentik's worker, file of the client's secret. */
  static final String CLIENT_KEY = "platform.openwebui-client-secret";

  /** Key of what signs sessions. */
  static final String SECRET_KEY = "secret-key";

  /** Key of the administrator's password. */
  static final String ADMIN = "admin-password";

  @Override
  public String path() {
    return "admin-apps/open-webui/secrets.yaml";
  }

  @Override
  public List<HasMetadata> objects(Platform platform) {
    return List.of(
        ExternalSecrets.generated(
            platform,
            CLIENT,
            Map.of(Labels.PREFIX + "oidc-client", "true"),
            new Value(CLIENT_KEY, ExternalSecrets.LONG)),
        ExternalSecrets.generated(
            platform,
            OpenWebUiFile.NAME,
            Map.of(),
            new Value(SECRET_KEY, ExternalSecrets.LONG),
            new Value(ADMIN, ExternalSecrets.SHORT)));
  }
}
