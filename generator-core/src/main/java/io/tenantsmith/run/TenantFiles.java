package io.tenantsmith.run;

import io.tenantsmith.model.Reads;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.objects.Node;
import io.tenantsmith.patch.Patching;
import io.tenantsmith.render.Artifact;
import java.util.List;

/**
 * The files of one tenant, not inspected.
 *
 * @param artifacts its files
 * @param patched the same as they will arrive in the cluster
 * @param reads all that was read of the inputs to make them
 */
public record TenantFiles(
    ResolvedTenant tenant, List<Artifact> artifacts, Patching.Patched patched, Reads reads) {

  /** Copies the list. */
  public TenantFiles {
    artifacts = List.copyOf(artifacts);
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
