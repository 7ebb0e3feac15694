package io.tenantsmith.inspection;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.KubernetesObject;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;

/**
 * Decides at which input a finding is reported: the one place to change once an artifact knows which
 * setting decides about a field. Today it is the first cause of the whole file, and {@link
 * Finding#place()} is not asked.
 */
final class FindingPlaces {

  /** By identity: two objects of the same content may have different causes. */
  private final IdentityHashMap<KubernetesObject, Artifact> artifacts = new IdentityHashMap<>();

  /** The places of what is found in these artifacts. */
  FindingPlaces(List<Artifact> artifacts) {
    for (Artifact artifact : artifacts) {
      artifact.objects().forEach(object -> this.artifacts.putIfAbsent(object, artifact));
    }
  }

  /** The input that decides about what was found. */
  SourceRange of(Finding finding) {
    return Objects.requireNonNull(artifacts.get(finding.object())).causes().get(0).range();
  }
}
