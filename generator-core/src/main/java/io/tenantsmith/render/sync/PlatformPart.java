package io.tenantsmith.render.sync;

import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.render.Layout;

/** The folders of a platform, each applied by itself, in this order. */
enum PlatformPart {
  POLICIES("policies", -20),
  GATEWAY("gateway", -10),
  MONITORING("monitoring", -10),
  ADMIN_APPS(Layout.ADMIN_APPS, 0);

  private final String folder;
  private final int wave;

  PlatformPart(String folder, int wave) {
    this.folder = folder;
    this.wave = wave;
  }

  /** Name of the object that applies it. */
  String objectName() {
    return "platform-" + folder;
  }

  /** Where it lies below the output folder. */
  String path(Cluster cluster) {
    return Layout.platform(cluster.name().value()).resolve(folder).value();
  }

  /** When it is applied. */
  int wave() {
    return wave;
  }

  /** Where its objects are that name no namespace. */
  String namespace(Fleet fleet, Cluster cluster) {
    return switch (this) {
      case POLICIES, ADMIN_APPS -> Layout.ADMIN_APPS;
      case GATEWAY -> cluster.gateway().namespace();
      case MONITORING -> fleet.services().monitoring().namespace();
    };
  }
}
