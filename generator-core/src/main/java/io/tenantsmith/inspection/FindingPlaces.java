package io.tenantsmith.inspection;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.FieldOrigins;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.render.ObjectRef;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Decides at which input a finding is reported: at the input that changes the field. Where the
 * field is constant or only a part of a value, or a patch changed the object, it is the first cause
 * of the whole file.
 */
final class FindingPlaces {

  /**
   * Artifacts by the identity of objects: two objects with the same content may have different
   * causes.
   */
  private final IdentityHashMap<KubernetesObject, Artifact> artifacts = new IdentityHashMap<>();

  private final Map<Artifact, FieldOrigins> origins = new HashMap<>();

  /** The places of findings in these artifacts. */
  FindingPlaces(List<Artifact> artifacts) {
    for (Artifact artifact : artifacts) {
      artifact.objects().forEach(object -> this.artifacts.putIfAbsent(object, artifact));
    }
  }

  /** The input at which a finding is reported. */
  SourceRange of(Finding finding) {
    Artifact artifact = Objects.requireNonNull(artifacts.get(finding.object()));
    ObjectRef object = finding.object().ref();
    String pointer = finding.place().pointer();
    FieldOrigins fields = origins.computeIfAbsent(artifact, Artifact::origins);
    return Stream.of(
            fields.below(object, pointer).stream().flatMap(f -> f.values().movers().stream()),
            fields.at(object, pointer).stream()
                .filter(origin -> !origin.isOnlyPart(pointer))
                .flatMap(origin -> origin.places().stream()),
            artifact.causes().stream())
        .flatMap(places -> places)
        .findFirst()
        .orElseThrow()
        .range();
  }
}
