package io.tenantsmith.model;

import java.util.Set;

/**
 * Names of the Secrets that are made for the platform in its namespace, so that no other may be.
 */
public final class PlatformSecrets {

  private static final Set<String> NAMES =
      Set.of("authentik", "authentik-postgresql", "content-model", "open-webui");

  private PlatformSecrets() {}

  /** Whether a Secret of that name, or one for a tenant that begins so, is made there. */
  public static boolean areCalled(String name) {
    return NAMES.contains(name)
        || name.equals("oidc")
        || name.startsWith("oidc-")
        || name.startsWith("content-bot")
        || name.endsWith("-tls");
  }
}
