package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantsmith.render.secret.CreatedSecret.Value;
import java.util.List;
import java.util.Map;

/** Secrets of the Pipelines, and the one in which they get every tenant's application password. */
final class PipelinesSecretsFile implements PlatformFile {

  /** Key of what Open WebUI shows to the Pipelines. */
  static final String API_KEY = "api-key";

  /** The Secret that gathers the tenants' application passwords. */
  static final String CONTENT_BOTS = "content-bots";

  @Override
  public String path() {
    return "admin-apps/pipelines/secrets.yaml";
  }

  @Override
  public List<HasMetadata> objects(Platform platform) {
    return List.of(
        ExternalSecrets.generated(
            platform, PipelinesFile.NAME, Map.of(), new Value(API_KEY, ExternalSecrets.SHORT)),
        ExternalSecrets.gathered(platform, CONTENT_BOTS, "content-bot", List.of()));
  }
}
