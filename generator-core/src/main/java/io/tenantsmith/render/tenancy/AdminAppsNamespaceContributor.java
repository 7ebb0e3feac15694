package io.tenantsmith.render.tenancy;

import io.tenantsmith.model.Cluster;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ClusterContributor;
import io.tenantsmith.render.Labels;
import io.tenantsmith.render.Layout;
import io.tenantsmith.render.Manifest;
import io.tenantsmith.render.kit.ObjectTree;
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
                    ProtectedNamespace.of(
                        Layout.ADMIN_APPS,
                        cluster,
                        Labels.labels(view.fleet()),
                        Labels.noPrune()))));
    return List.of(manifest.written(YamlWriter::write));
  }
}
