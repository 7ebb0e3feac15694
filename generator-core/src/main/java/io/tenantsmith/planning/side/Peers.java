package io.tenantsmith.planning.side;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tenantsmith.path.RelativePath;
import io.tenantsmith.planning.RenderedSide;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.KubernetesObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as both inputs of a plan render it; those of the base only if those of now do not give a
 * file back.
 */
final class Peers {

  private final String id;
  private final RenderedSide now;
  private final @Nullable RenderedSide old;
  private @Nullable Map<RelativePath, Artifact> byNow;
  private @Nullable Map<RelativePath, Artifact> byOld;

  Peers(String id, RenderedSide now, @Nullable RenderedSide old) {
    this.id = id;
    this.now = now;
    this.old = old;
  }

  /** The objects of a file, if one of them renders its bytes. */
  Optional<List<KubernetesObject>> objects(RelativePath path, byte[] content) {
    return Stream.of(now(), old())
        .flatMap(known -> Stream.ofNullable(known.get(path)))
        .filter(artifact -> isOf(artifact, content))
        .findFirst()
        .map(Artifact::objects);
  }

  /** What a side renders of a tenant. */
  static SortedMap<RelativePath, Artifact> artifacts(RenderedSide side, String id) {
    SortedMap<RelativePath, Artifact> artifacts = new TreeMap<>();
    side.files(id).forEach(artifact -> artifacts.put(artifact.path(), artifact));
    return artifacts;
  }

  static boolean isOf(@Nullable Artifact artifact, byte[] content) {
    return artifact != null && Arrays.equals(artifact.text().getBytes(UTF_8), content);
  }

  private Map<RelativePath, Artifact> now() {
    Map<RelativePath, Artifact> known = byNow;
    if (known == null) {
      known = now.ids().contains(id) ? artifacts(now, id) : Map.of();
      byNow = known;
    }
    return known;
  }

  private Map<RelativePath, Artifact> old() {
    Map<RelativePath, Artifact> known = byOld;
    if (known == null) {
      known = old != null && old.ids().contains(id) ? artifacts(old, id) : Map.of();
      byOld = known;
    }
    return known;
  }
}
