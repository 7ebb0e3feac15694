package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/** The way to the shared login host. */
final class AuthentikRouteFile implements PlatformFile {

  @Override
  public String path() {
    return "admin-apps/authentik/route.yaml";
  }

  @Override
  public List<HasMetadata> objects(Platform platform) {
    return PublicRoutes.of(
        platform, AuthentikServerFile.SERVICE, platform.fleet().identity().host().value());
  }
}
