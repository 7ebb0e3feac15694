package io.tenantsmith.render;

import io.tenantsmith.model.Origin;
import io.tenantsmith.path.RelativePath;
import java.util.List;

/**
 * One rendered file.
 *
 * @param path below the output folder
 * @param text what it holds; LF, final newline
 * @param objects the Kubernetes objects in it, in their order
 * @param causes the input places that made it what it is, most specific first
 * @param demand what its objects need in the tenant's namespace
 */
public record Artifact(
    RelativePath path,
    String text,
    List<KubernetesObject> objects,
    List<Origin> causes,
    Demand demand) {

  /** Copies the lists. */
  public Artifact {
    objects = List.copyOf(objects);
    causes = List.copyOf(causes);
  }

  /** An artifact that needs nothing. */
  public Artifact(
      RelativePath path, String text, List<KubernetesObject> objects, List<Origin> causes) {
    this(path, text, objects, causes, Demand.NONE);
  }

  /** The same artifact with what it needs. */
  public Artifact needing(Demand more) {
    return new Artifact(path, text, objects, causes, demand.plus(more));
  }
}
