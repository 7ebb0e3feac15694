package io.tenantsmith.render.sync;

import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ClusterContributor;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.render.Layout;
import io.tenantsmith.render.Manifest;
import io.tenantsmith.render.TextFile;
import io.tenantsmith.template.ObjectTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Renders the folder bootstrap: what is applied once, by hand, to start a sync tool. */
public final class BootstrapContributor implements ClusterContributor {

  private static final TextFile FLUX_EXPLAINED =
      TextFile.beside(BootstrapContributor.class, "bootstrap/flux.txt");
  private static final ObjectTemplate<FollowedCluster> FLUX =
      ObjectTemplate.beside(BootstrapContributor.class, "bootstrap/flux.yaml", FluxAccounts.VALUES);
  private static final ObjectTemplate<FollowedCluster> ARGO_CD =
      ObjectTemplate.beside(
          BootstrapContributor.class, "bootstrap/argocd.yaml", FollowedCluster.VALUES);

  @Override
  public List<Artifact> contribute(ClusterView view, List<Artifact> siblings) {
    List<Artifact> files = new ArrayList<>();
    SyncSource.ofFlux(view.fleet(), view.cluster())
        .map(source -> flux(new FollowedCluster(view, source)))
        .map(BootstrapContributor::withoutFirst)
        .ifPresent(files::add);
    SyncSource.ofArgoCd(view.fleet(), view.cluster())
        .map(source -> argoCd(new FollowedCluster(view, source)))
        .ifPresent(files::add);
    return files;
  }

  private static Artifact flux(FollowedCluster cluster) {
    return Manifest.explained(
        Layout.bootstrap(cluster.name()).resolve("flux.yaml"),
        cluster.view().cluster().name().range().file(),
        FLUX_EXPLAINED.filled(Map.of("cluster", cluster.name())),
        List.of(FLUX.render(cluster)));
  }

  private static Artifact argoCd(FollowedCluster cluster) {
    return cluster.file(
        Layout.bootstrap(cluster.name()).resolve("argocd.yaml"), ARGO_CD.render(cluster));
  }

  /**
   * Leaves out the repository: an object has one owner, which for the repository is
   * flux/sources.yaml.
   */
  private static Artifact withoutFirst(Artifact file) {
    List<KubernetesObject> owned = file.objects().subList(1, file.objects().size());
    return file.holding(owned);
  }
}
