package io.tenantsmith.render.secret;

import io.tenantsmith.model.Fleet;
import io.tenantsmith.render.CustomObject;
import io.tenantsmith.render.Layout;
import io.tenantsmith.render.kit.TenantScope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A vault in which a tenant's secrets lie below the name of its namespace, which is also the name
 * of the role that may read them. What is made in admin-apps gets there by a PushSecret each.
 */
record VaultSource(TenantScope scope, Fleet.Vault vault) implements SecretSource {

  private static final String PUSH_VERSION = "external-secrets.io/v1alpha1";

  @Override
  public String key(String secret) {
    return scope.namespace() + "/" + secret;
  }

  @Override
  public List<Map<String, Object>> objects(TenantSecrets secrets) {
    List<Map<String, Object>> objects = new ArrayList<>();
    secrets.shared().forEach(secret -> objects.add(push(secret)));
    objects.add(SecretSource.store(scope, VaultStore.provider(vault, scope.namespace(), ACCOUNT)));
    return objects;
  }

  /** Replaces: Authentik and the Pipelines use the Secret itself, so the vault has to follow it. */
  private Map<String, Object> push(GeneratedSecret secret) {
    Map<String, Object> remote =
        Map.of("property", secret.keyInSecret(), "remoteKey", key(secret.name()));
    Map<String, Object> match = Map.of("remoteRef", remote, "secretKey", secret.keyInSecret());
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("data", List.of(Map.of("match", match)));
    spec.put("deletionPolicy", "None");
    spec.put("refreshInterval", "1h0m0s");
    spec.put("secretStoreRefs", List.of(Map.of("kind", "SecretStore", "name", VaultStore.NAME)));
    spec.put("selector", Map.of("secret", Map.of("name", scope.shared(secret.name()))));
    spec.put("updatePolicy", "Replace");
    return CustomObject.of(PUSH_VERSION, "PushSecret", scope.shared(secret.name()))
        .in(Layout.ADMIN_APPS)
        .labelled(scope.labels())
        .specified(spec);
  }
}
