package io.tenantsmith.render.sync;

import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ClusterContributor;
import io.tenantsmith.render.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Renders the kustomization.yaml of a cluster, of what its sync tools follow, of its platform
 * folder and of every folder below that; comes after all that render files there.
 */
public final class ClusterKustomizationsContributor implements ClusterContributor {

  @Override
  public List<Artifact> contribute(ClusterView view, List<Artifact> siblings) {
    String cluster = view.cluster().name().value();
    String source = view.cluster().name().range().file();
    List<Artifact> artifacts = new ArrayList<>();
    for (RelativePath folder : folders(Layout.platform(cluster), siblings)) {
      List<String> resources = Kustomization.resources(folder, siblings);
      artifacts.add(new Kustomization(folder, source, resources, List.of()).artifact());
    }
    boolean hasPlatform = !artifacts.isEmpty();
    addFlux(view, siblings, artifacts);
    addArgoCd(view, siblings, artifacts);
    List<String> roots = roots(view, hasPlatform);
    artifacts.add(new Kustomization(Layout.cluster(cluster), source, roots, List.of()).artifact());
    return artifacts;
  }

  /** Adds the folder flux, with the files of tenants that this run leaves as they are. */
  private static void addFlux(ClusterView view, List<Artifact> siblings, List<Artifact> artifacts) {
    RelativePath folder = Layout.flux(view.cluster().name().value());
    SortedSet<String> names = new TreeSet<>(Kustomization.resources(folder, siblings));
    if (names.isEmpty()) {
      return;
    }
    names.remove("tenants");
    view.tenants().forEach(id -> names.add("tenants/" + id.value() + ".yaml"));
    add(folder, List.copyOf(names), view, artifacts);
  }

  private static void addArgoCd(
      ClusterView view, List<Artifact> siblings, List<Artifact> artifacts) {
    RelativePath folder = Layout.argoCd(view.cluster().name().value());
    List<String> names = Kustomization.resources(folder, siblings);
    if (!names.isEmpty()) {
      add(folder, names, view, artifacts);
    }
  }

  private static void add(
      RelativePath folder, List<String> names, ClusterView view, List<Artifact> artifacts) {
    String source = view.cluster().name().range().file();
    artifacts.add(new Kustomization(folder, source, names, List.of()).artifact());
  }

  private static SortedSet<RelativePath> folders(RelativePath top, List<Artifact> siblings) {
    SortedSet<RelativePath> folders = new TreeSet<>();
    for (Artifact artifact : siblings) {
      if (Kustomization.isResource(artifact) && artifact.path().isBelow(top)) {
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
