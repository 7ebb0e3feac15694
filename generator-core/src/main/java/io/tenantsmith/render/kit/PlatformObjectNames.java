package io.tenantsmith.render.kit;

import io.tenantsmith.render.PlatformObjects;
import io.tenantsmith.template.NamedValues;

/** The names by which templates refer to objects that tenants share. */
public final class PlatformObjectNames {

  /** {@code platform.webPriority} and the like. */
  public static final NamedValues<Object> VALUES =
      NamedValues.builder()
          .constant("platform.ownPriority", PlatformObjects.OWN_PRIORITY)
          .constant("platform.dataPriority", PlatformObjects.DATA_PRIORITY)
          .constant("platform.webPriority", PlatformObjects.WEB_PRIORITY)
          .constant("platform.volumePolicy", PlatformObjects.VOLUME_POLICY)
          .constant("platform.login", PlatformObjects.LOGIN_SERVICE)
          .constant("platform.clientSecrets", PlatformObjects.CLIENT_SECRETS)
          .constant("platform.passwords", PlatformObjects.PASSWORDS)
          .constant("platform.vaultStore", PlatformObjects.VAULT_STORE)
          .build();

  private PlatformObjectNames() {}
}
