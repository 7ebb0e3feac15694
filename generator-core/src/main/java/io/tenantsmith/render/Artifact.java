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
 */
public record Artifact(
    RelativePath path, String text, List<ObjectRef> objects, List<Origin> causes) {

  /** Copies the lists. */
  public Artifact {
    objects = List.copyOf(objects);
    causes = List.copyOf(causes);
  }
}
