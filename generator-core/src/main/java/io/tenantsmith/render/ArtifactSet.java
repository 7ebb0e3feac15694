package io.tenantsmith.render;

import io.tenantsmith.path.RelativePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Artifacts that belong together; refuses two owners of a path or of a Kubernetes identity. */
public final class ArtifactSet {

  private final List<Artifact> artifacts = new ArrayList<>();
  private final Set<RelativePath> paths = new TreeSet<>();
  private final Set<String> identities = new TreeSet<>();

  /**
   * Adds what one contributor rendered.
   *
   * @throws IllegalStateException if another one has brought the same path or object
   */
  public void add(List<Artifact> more) {
    for (Artifact artifact : more) {
      if (!paths.add(artifact.path())) {
        throw new IllegalStateException("two contributors own " + artifact.path());
      }
      artifact.objects().forEach(object -> own(object.ref()));
      artifacts.add(artifact);
    }
  }

  /** All artifacts so far, in the order in which they came. */
  public List<Artifact> artifacts() {
    return List.copyOf(artifacts);
  }

  private void own(ObjectRef object) {
    String identity = object.group() + "/" + object.display();
    if (!identities.add(identity)) {
      throw new IllegalStateException("two contributors own " + identity);
    }
  }
}
