package io.tenantsmith.planning.difference;

import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.KubernetesObject;
import java.util.List;
import java.util.function.Supplier;

/**
 * One file of a tree.
 *
 * @param path below the tree's root
 * @param objects the Kubernetes objects in it as they arrive in the cluster; none for a file that
 *     is no list of objects, for instance a README or a kustomization
 * @param text its text, read or rendered when it is asked for
 */
public record TreeFile(String path, List<KubernetesObject> objects, Supplier<String> text) {

  /** A file that is rendered; its text when it is asked for. */
  public static TreeFile of(Artifact artifact) {
    return new TreeFile(artifact.path().value(), artifact.objects(), artifact::text);
  }

  /** Copies the list. */
  public TreeFile {
    objects = List.copyOf(objects);
  }
}
