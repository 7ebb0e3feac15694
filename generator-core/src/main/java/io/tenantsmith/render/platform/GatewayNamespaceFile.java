package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantsmith.render.Labels;
import io.tenantsmith.render.tenancy.ProtectedNamespace;
import java.util.List;

/** The Namespace of the shared Gateway. */
final class GatewayNamespaceFile implements PlatformFile {

  @Override
  public String path() {
    return "gateway/namespace.yaml";
  }

  @Override
  public List<HasMetadata> objects(Platform platform) {
    return List.of(
        ProtectedNamespace.withoutRoutes(
            platform.cluster().gateway().namespace(),
            platform.cluster(),
            Labels.labels(platform.fleet()),
            Labels.noPrune()));
  }
}
