package io.tenantsmith.render.sync;

import io.tenantsmith.render.ClusterContributor.ClusterView;
import io.tenantsmith.render.Layout;
import java.util.List;

/**
 * A folder of a platform that is applied by itself.
 *
 * @param folder its name
 * @param wave when it is applied
 * @param namespace namespace of its objects that name none
 */
record PlatformPart(String folder, int wave, String namespace) {

  /** The parts of a cluster's platform, in the order in which they are applied. */
  static List<PlatformPart> of(ClusterView view) {
    return List.of(
        new PlatformPart("policies", -20, Layout.ADMIN_APPS),
        new PlatformPart("gateway", -10, view.cluster().gateway().namespace()),
        new PlatformPart("monitoring", -10, view.fleet().services().monitoring().namespace()),
        new PlatformPart(Layout.ADMIN_APPS, 0, Layout.ADMIN_APPS));
  }
}
