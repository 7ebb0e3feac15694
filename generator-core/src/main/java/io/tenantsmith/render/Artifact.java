package io.tenantsmith.render;

import io.tenantsmith.model.Origin;
import io.tenantsmith.model.Reads;
import io.tenantsmith.path.RelativePath;
import java.util.List;

/**
 * One rendered file.
 *
 * @param path below the output folder
 * @param text what it holds; LF, final newline
 * @param objects the Kubernetes objects in it, in their order
 * @param reads what was read to make it, noted by who had it rendered
 * @param demand what its objects need in the tenant's namespace
 */
public record Artifact(
    RelativePath path, String text, List<KubernetesObject> objects, Reads reads, Demand demand) {

  /** Copies the lists. */
  public Artifact {
    objects = List.copyOf(objects);
  }

  /** An artifact that needs nothing; what was read for it is not known yet. */
  public Artifact(RelativePath path, String text, List<KubernetesObject> objects) {
    this(path, text, objects, Reads.NONE, Demand.NONE);
  }

  /** The input places that made it what it is, most specific first. */
  public List<Origin> causes() {
    return reads.causes();
  }

  /** The same artifact with what it needs. */
  public Artifact needing(Demand more) {
    return new Artifact(path, text, objects, reads, demand.plus(more));
  }

  /** The same artifact with what was read to make it. */
  public Artifact made(Reads more) {
    return new Artifact(path, text, objects, reads.plus(more), demand);
  }
}
