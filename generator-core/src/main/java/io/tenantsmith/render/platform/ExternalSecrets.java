package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.tenantsmith.render.Labels;
import io.tenantsmith.render.secret.CreatedSecret;
import io.tenantsmith.render.secret.ReadSecret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the references by which external-secrets generates or gathers Secrets. */
final class ExternalSecrets {

  /** Generator of 64 characters. */
  static final String LONG = "client-secret";

  /** Generator of 32 characters. */
  static final String SHORT = "password-32";

  /** Name of the store through which Secrets of the namespace are gathered. */
  static final String STORE = "admin-apps";

  private ExternalSecrets() {}

  /** A Secret that is generated once and then never touched again. */
  static HasMetadata generated(
      Platform platform, String name, Map<String, String> labels, CreatedSecret.Value... values) {
    return object(platform.guarded(name), new CreatedSecret(name, List.of(values), labels).spec());
  }

  /** A Secret that gathers all Secrets with a label of ours; {@code rewrite} may be empty. */
  static HasMetadata gathered(
      Platform platform, String name, String label, List<Map<String, Object>> rewrite) {
    Map<String, Object> find = new LinkedHashMap<>();
    find.put("find", Map.of("tags", Map.of(Labels.PREFIX + label, "true")));
    if (!rewrite.isEmpty()) {
      find.put("rewrite", rewrite);
    }
    return object(
        platform.metadata(name),
        Map.of(
            "dataFrom",
            List.of(find),
            "refreshInterval",
            "1m0s",
            "refreshPolicy",
            "Periodic",
            "secretStoreRef",
            Map.of("kind", "SecretStore", "name", STORE),
            "target",
            Map.of("name", name, "creationPolicy", "Owner", "deletionPolicy", "Retain")));
  }

  private static HasMetadata object(ObjectMeta metadata, Map<String, Object> spec) {
    return CustomObject.of(ReadSecret.API_VERSION, ReadSecret.KIND, metadata, spec);
  }
}
