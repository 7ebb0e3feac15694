package io.tenantsmith.render.sync;

import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Artifact;
import java.util.List;
import java.util.TreeSet;

/** Finds what a kustomization.yaml must list. */
final class ResourceList {

  private ResourceList() {}

  /** Files of objects in the folder and folders below it that hold some, sorted. */
  static List<String> of(RelativePath folder, List<Artifact> artifacts) {
    TreeSet<String> names = new TreeSet<>();
    for (Artifact artifact : artifacts) {
      if (isResource(artifact) && artifact.path().isBelow(folder)) {
        names.add(artifact.path().relativeTo(folder).segments().get(0));
      }
    }
    return List.copyOf(names);
  }

  /** Tells whether Kustomize shall read the file as objects. */
  static boolean isResource(Artifact artifact) {
    String name = artifact.path().name();
    return name.endsWith(".yaml") && !name.equals(Kustomization.FILE);
  }
}
