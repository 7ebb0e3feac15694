package io.tenantsmith.render.kubernetes.platform;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantsmith.render.Marks;
import io.tenantsmith.render.kubernetes.GuardedNamespace;
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
        GuardedNamespace.withoutRoutes(
            platform.cluster().gateway().namespace(),
            platform.cluster(),
            Marks.labels(platform.fleet()),
            Marks.noPrune()));
  }
}
