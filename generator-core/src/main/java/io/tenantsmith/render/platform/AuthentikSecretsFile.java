package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantsmith.render.secret.CreatedSecret.Value;
import java.util.List;
import java.util.Map;

/** Secrets of Authentik, and the one in which it gets the secrets of all its clients. */
final class AuthentikSecretsFile implements PlatformFile {

  /** The Secret of server and worker. */
  static final String NAME = "authentik";

  /** Key of what signs sessions. */
  static final String SECRET_KEY = "secret-key";

  /** Key of the first administrator's password. */
  static final String BOOTSTRAP = "bootstrap-password";

  /** The Secret that gathers all clients' secrets, each a file. */
  static final String CLIENTS = "oidc-clients";

  @Override
  public String path() {
    return "admin-apps/authentik/secrets.yaml";
  }

  @Override
  public List<HasMetadata> objects(Platform platform) {
    return List.of(
        ExternalSecrets.generated(
            platform,
            AuthentikDatabaseFile.NAME,
            Map.of(),
            new Value("password", ExternalSecrets.SHORT)),
        ExternalSecrets.generated(
            platform,
            NAME,
            Map.of(),
            new Value(SECRET_KEY, ExternalSecrets.LONG),
            new Value(BOOTSTRAP, ExternalSecrets.SHORT)),
        ExternalSecrets.gathered(
            platform,
            CLIENTS,
            "oidc-client",
            List.of(Map.of("merge", Map.of("conflictPolicy", "Error", "strategy", "Extract")))));
  }
}
