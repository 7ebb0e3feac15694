package io.tenantsmith.render.sync;

import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ClusterContributor.ClusterView;
import io.tenantsmith.render.KindInUse;
import io.tenantsmith.render.Labels;
import io.tenantsmith.render.Manifest;
import io.tenantsmith.template.FixedKeys;
import io.tenantsmith.template.NamedValues;
import io.tenantsmith.template.Rendering;
import java.util.List;

/**
 * A cluster with a sync tool that can read the rendered tree.
 *
 * @param source where the tool reads the tree
 */
record FollowedCluster(ClusterView view, SyncSource source) {

  private static final FixedKeys<FollowedCluster> LABELS =
      FixedKeys.<FollowedCluster>builder()
          .including(followed -> followed.view().fleet(), Labels.OF_FLEET)
          .build();

  /** The names that the templates of all sync tools may use. */
  static final NamedValues<FollowedCluster> VALUES =
      NamedValues.<FollowedCluster>builder()
          .mapping("labels", LABELS)
          .value("cluster", FollowedCluster::name)
          .value("repository.url", followed -> followed.source().url())
          .value("repository.branch", followed -> followed.source().branch())
          .build();

  /** Name of the cluster. */
  String name() {
    return view.cluster().name().value();
  }

  /** The kinds of what tenants share. */
  List<KindInUse> platformKinds() {
    return SyncedKinds.ofPlatform(view.fleet(), view.cluster());
  }

  /** The kinds of tenants. */
  List<KindInUse> tenantKinds() {
    return SyncedKinds.ofTenants(view.fleet(), view.cluster());
  }

  /** A file that follows from fleet.yaml. */
  Artifact file(RelativePath path, Rendering rendering) {
    return Manifest.rendered(path, view.cluster().name().range().file(), List.of(rendering));
  }
}
