package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/** The way to the shared Open WebUI. */
final class OpenWebUiRouteFile implements PlatformFile {

  @Override
  public String path() {
    return "admin-apps/open-webui/route.yaml";
  }

  @Override
  public List<HasMetadata> objects(Platform platform) {
    return PublicRoutes.of(platform, OpenWebUiFile.NAME, platform.fleet().openWebUiHost().value());
  }
}
