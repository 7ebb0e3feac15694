package io.tenantsmith.run;

import io.tenantsmith.model.Counterparts;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Reads;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.objects.Node;
import io.tenantsmith.patch.Patching;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ArtifactSet;
import java.util.List;
import java.util.Optional;

/**
 * The files of one tenant, not inspected.
 *
 * @param artifacts its files
 * @param patched the same as they will arrive in the cluster
 * @param making how they were made
 */
public record TenantFiles(
    ResolvedTenant tenant, List<Artifact> artifacts, Patching.Patched patched, Making making) {

  /** Copies the list. */
  public TenantFiles {
    artifacts = List.copyOf(artifacts);
  }

  /**
   * How files were made.
   *
   * @param parts what each contributor rendered
   * @param reads all that was read of the inputs
   */
  record Making(Fleet fleet, List<ArtifactSet.Part> parts, Reads reads) {

    /** Copies the list. */
    Making {
      parts = List.copyOf(parts);
    }
  }

  /** All that was read of the inputs to make them. */
  public Reads reads() {
    return making.reads();
  }

  /** What of these files another state of the tenant has, too. */
  Known knownIn(ResolvedTenant other, Fleet fleet) {
    Counterparts state = new Counterparts(making.fleet(), fleet);
    state.add(tenant, other);
    return Known.of(making.parts(), state);
  }

  /** What is rendered already. */
  @FunctionalInterface
  interface Known {

    /** Nothing is. */
    Known NOTHING = contributor -> Optional.empty();

    /** What a contributor rendered of the very same values; empty if that is not known. */
    Optional<ArtifactSet.Part> by(Object contributor);

    /** Those of these parts for which everything is the same in a state that they read. */
    static Known of(List<ArtifactSet.Part> parts, Counterparts state) {
      return contributor -> {
        for (ArtifactSet.Part part : parts) {
          if (part.contributor() == contributor && part.reads().areTheSameIn(state)) {
            return Optional.of(part);
          }
        }
        return Optional.empty();
      };
    }
  }

  /** Number of its objects. */
  public int objects() {
    return artifacts.stream().mapToInt(artifact -> artifact.objects().size()).sum();
  }

  /** Name of the backup that starts at once; empty if none does. */
  static String firstBackup(List<Artifact> artifacts) {
    return artifacts.stream()
        .flatMap(artifact -> artifact.objects().stream())
        .filter(object -> object.kind().equals("PhysicalBackup"))
        .filter(object -> Node.of(object.tree()).at("spec", "schedule", "immediate").is(true))
        .map(object -> object.ref().name())
        .findFirst()
        .orElse("");
  }

  /** The same of these files. */
  String firstBackup() {
    return firstBackup(artifacts);
  }
}
