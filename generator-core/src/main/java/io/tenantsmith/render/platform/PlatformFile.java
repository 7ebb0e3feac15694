package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/** One file of a cluster's platform folder. Pure. */
interface PlatformFile {

  /** Where it lies below the platform folder. */
  String path();

  /** What it holds, in this order. */
  List<HasMetadata> objects(Platform platform);
}
