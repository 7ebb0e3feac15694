package io.tenantsmith.render.kubernetes;

import io.tenantsmith.model.Cluster;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.Causes;
import io.tenantsmith.render.ClusterContributor;
import io.tenantsmith.render.Layout;
import io.tenantsmith.render.Manifest;
import io.tenantsmith.render.Marks;
import io.tenantsmith.yaml.YamlWriter;
import java.util.List;

/** Brings the Namespace of the applications that tenants share. */
public final class AdminAppsNamespaceContributor implements ClusterContributor {

  private final ObjectTree trees = new ObjectTree();

  @Override
  public List<Artifact> contribute(ClusterView view, List<Artifact> siblings) {
    Cluster cluster = view.cluster();
    Manifest manifest =
        new Manifest(
            Layout.adminApps(cluster.name().value()).resolve("namespace.yaml"),
            cluster.name().range().file(),
            trees.of(
                List.of(
                    GuardedNamespace.of(
                        Layout.ADMIN_APPS, cluster, Marks.labels(view.fleet()), Marks.noPrune()))),
            Causes.fleet(cluster.name().range()));
    return List.of(manifest.written(YamlWriter::write));
  }
}
