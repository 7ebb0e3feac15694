package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/** The accounts of Authentik: its worker reads the ConfigMaps that hold blueprints. */
final class AuthentikAccessFile implements PlatformFile {

  /** Account of the server. */
  static final String SERVER = "authentik-server";

  /** Account of the worker. */
  static final String WORKER = "authentik-worker";

  /** Account of the database. */
  static final String DATABASE = "postgresql";

  private static final String ROLE = "authentik-blueprints";

  @Override
  public String path() {
    return "admin-apps/authentik/access.yaml";
  }

  @Override
  public List<HasMetadata> objects(Platform platform) {
    return List.of(
        Accounts.account(platform, SERVER),
        Accounts.account(platform, WORKER),
        Accounts.account(platform, DATABASE),
        Accounts.reader(platform, ROLE, "configmaps"),
        Accounts.binding(platform, ROLE, WORKER));
  }
}
