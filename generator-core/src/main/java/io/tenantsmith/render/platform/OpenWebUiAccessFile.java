package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/** The account of the shared Open WebUI. */
final class OpenWebUiAccessFile implements PlatformFile {

  @Override
  public String path() {
    return "admin-apps/open-webui/access.yaml";
  }

  @Override
  public List<HasMetadata> objects(Platform platform) {
    return List.of(Accounts.account(platform, OpenWebUiFile.NAME));
  }
}
