package io.tenantsmith.render.sync;

import io.tenantsmith.model.Origin;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.Causes;
import io.tenantsmith.render.ClusterContributor;
import io.tenantsmith.render.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Brings the kustomization.yaml of a cluster, of its platform folder and of every folder below
 * that; comes after all that bring files there.
 */
public final class ClusterKustomizationsContributor implements ClusterContributor {

  @Override
  public List<Artifact> contribute(ClusterView view, List<Artifact> siblings) {
    String cluster = view.cluster().name().value();
    String source = view.cluster().name().range().file();
    List<Origin> causes = Causes.fleet(view.cluster().name().range());
    List<Artifact> artifacts = new ArrayList<>();
    for (RelativePath folder : folders(Layout.platform(cluster), siblings)) {
      List<String> resources = ResourceList.of(folder, siblings);
      artifacts.add(new Kustomization(folder, source, resources, List.of()).artifact(causes));
    }
    List<String> roots = roots(view, !artifacts.isEmpty());
    artifacts.add(
        new Kustomization(Layout.cluster(cluster), source, roots, List.of()).artifact(causes));
    return artifacts;
  }

  private static SortedSet<RelativePath> folders(RelativePath top, List<Artifact> siblings) {
    SortedSet<RelativePath> folders = new TreeSet<>();
    for (Artifact artifact : siblings) {
      if (ResourceList.isResource(artifact) && artifact.path().isBelow(top)) {
        addUpTo(top, artifact.path().parent(), folders);
      }
    }
    return folders;
  }

  private static void addUpTo(
      RelativePath top, @Nullable RelativePath folder, SortedSet<RelativePath> folders) {
    RelativePath current = folder;
    while (current != null && folders.add(current) && !current.equals(top)) {
      current = current.parent();
    }
  }

  private static List<String> roots(ClusterView view, boolean hasPlatform) {
    List<String> roots = new ArrayList<>();
    if (hasPlatform) {
      roots.add("platform");
    }
    view.tenants().forEach(id -> roots.add("tenants/" + id.value()));
    return roots;
  }
}
