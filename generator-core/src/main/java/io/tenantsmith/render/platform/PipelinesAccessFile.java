package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/** The account of the Pipelines: it reads the ConfigMaps that hold tenants' content settings. */
final class PipelinesAccessFile implements PlatformFile {

  private static final String ROLE = "pipelines-content";

  @Override
  public String path() {
    return "admin-apps/pipelines/access.yaml";
  }

  @Override
  public List<HasMetadata> objects(Platform platform) {
    return List.of(
        Accounts.account(platform, PipelinesFile.NAME),
        Accounts.reader(platform, ROLE, "configmaps"),
        Accounts.binding(platform, ROLE, PipelinesFile.NAME));
  }
}
