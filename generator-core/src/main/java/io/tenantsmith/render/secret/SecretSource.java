package io.tenantsmith.render.secret;

import io.tenantsmith.render.kit.ObjectTree;
import io.tenantsmith.render.kit.TenantScope;
import java.util.List;
import java.util.Map;

/** From where a tenant reads the secrets that are not made in its own namespace. */
interface SecretSource {

  /** The account of the tenant's namespace that reads. */
  String ACCOUNT = "tenant-secrets";

  /** That of the fleet's provider. */
  static SecretSource of(TenantScope scope, ObjectTree trees) {
    return scope
        .fleet()
        .services()
        .secrets()
        .vault()
        .<SecretSource>map(vault -> new VaultSource(scope, vault))
        .orElseGet(() -> new AdminAppsSource(scope, trees));
  }

  /** Where a secret of the tenant lies there. */
  String key(String secret);

  /** What gives the tenant access, and the SecretStore that uses it. */
  List<Map<String, Object>> objects(TenantSecrets secrets);

  /** The SecretStore of the tenant's namespace. */
  static Map<String, Object> store(TenantScope scope, Map<String, Object> provider) {
    return scope
        .custom(ReadSecret.API_VERSION, "SecretStore", ReadSecret.STORE)
        .specified(Map.of("provider", provider));
  }
}
