package io.tenantsmith.render.sync;

import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ClusterContributor;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.render.Layout;
import io.tenantsmith.template.ObjectTemplate;
import java.util.ArrayList;
import java.util.List;

/** Renders the folder bootstrap: what is applied once, by hand, to start a sync tool. */
public final class BootstrapContributor implements ClusterContributor {

  private static final ObjectTemplate<FollowedCluster> FLUX = template("flux.yaml");
  private static final ObjectTemplate<FollowedCluster> ARGO_CD = template("argocd.yaml");

  @Override
  public List<Artifact> contribute(ClusterView view, List<Artifact> siblings) {
    List<Artifact> files = new ArrayList<>();
    SyncSource.ofFlux(view.fleet(), view.cluster())
        .map(source -> file("flux.yaml", FLUX, new FollowedCluster(view, source)))
        .map(BootstrapContributor::withoutFirst)
        .ifPresent(files::add);
    SyncSource.ofArgoCd(view.fleet(), view.cluster())
        .map(source -> file("argocd.yaml", ARGO_CD, new FollowedCluster(view, source)))
        .ifPresent(files::add);
    return files;
  }

  private static Artifact file(
      String name, ObjectTemplate<FollowedCluster> template, FollowedCluster cluster) {
    return cluster.file(Layout.bootstrap(cluster.name()).resolve(name), template.render(cluster));
  }

  /**
   * Leaves out the repository: an object has one owner, which for the repository is
   * flux/sources.yaml.
   */
  private static Artifact withoutFirst(Artifact file) {
    List<KubernetesObject> owned = file.objects().subList(1, file.objects().size());
    return file.holding(owned);
  }

  private static ObjectTemplate<FollowedCluster> template(String file) {
    return ObjectTemplate.beside(
        BootstrapContributor.class, "bootstrap/" + file, FollowedCluster.VALUES);
  }
}
