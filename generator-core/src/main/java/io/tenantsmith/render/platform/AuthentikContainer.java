package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.Container;
import io.tenantsmith.model.ImageKeys;
import java.util.List;

/** What server and worker of Authentik have in common: they are one image. */
final class AuthentikContainer {

  /** The user that the image runs as. */
  static final long USER = 1000;

  private AuthentikContainer() {}

  /** The container that runs one of the image's two commands. */
  static Container of(Platform platform, String command) {
    Container container = Containers.of(command, platform.image(ImageKeys.AUTHENTIK), false);
    container.setArgs(List.of(command));
    container.setEnv(env().list());
    return container;
  }

  /** Where the database is, and what must not leave the cluster. */
  static Env env() {
    return new Env()
        .set("AUTHENTIK_POSTGRESQL__HOST", AuthentikDatabaseFile.NAME)
        .set("AUTHENTIK_POSTGRESQL__NAME", AuthentikDatabaseFile.DATABASE)
        .set("AUTHENTIK_POSTGRESQL__USER", AuthentikDatabaseFile.DATABASE)
        .secret("AUTHENTIK_POSTGRESQL__PASSWORD", AuthentikDatabaseFile.NAME, "password")
        .secret("AUTHENTIK_SECRET_KEY", AuthentikSecretsFile.NAME, AuthentikSecretsFile.SECRET_KEY)
        .set("AUTHENTIK_ERROR_REPORTING__ENABLED", "false")
        .set("AUTHENTIK_DISABLE_UPDATE_CHECK", "true");
  }
}
