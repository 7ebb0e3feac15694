package io.tenantsmith.render.secret;

import io.tenantsmith.model.Fleet;
import java.util.List;
import java.util.Map;

/** How a SecretStore signs on to a vault: as an account of its own namespace. */
public final class VaultStore {

  /** Name of the store of admin-apps through which secrets are brought into the vault. */
  public static final String NAME = "vault";

  /** Whom a token is for, so that it is of no use at the API server. */
  private static final String AUDIENCE = "vault";

  private VaultStore() {}

  /**
   * What is below {@code spec.provider} of the store.
   *
   * @param role as which the account signs on
   */
  public static Map<String, Object> provider(Fleet.Vault vault, String role, String account) {
    Map<String, Object> signOn =
        Map.of(
            "mountPath",
            vault.authMount(),
            "role",
            role,
            "serviceAccountRef",
            Map.of("name", account, "audiences", List.of(AUDIENCE)));
    return Map.of(
        "vault",
        Map.of(
            "auth",
            Map.of("kubernetes", signOn),
            "path",
            vault.path(),
            "server",
            vault.server(),
            "version",
            "v2"));
  }
}
