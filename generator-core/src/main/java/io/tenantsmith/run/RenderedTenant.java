package io.tenantsmith.run;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.inspection.Inspection;
import io.tenantsmith.model.Reads;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.output.RenderedFacts;
import io.tenantsmith.patch.Patching;
import io.tenantsmith.render.Artifact;
import java.util.List;

/**
 * One tenant, rendered: a function of that tenant and of what all tenants share, and of no earlier
 * run.
 *
 * @param artifacts its files
 * @param patched the same as they will arrive in the cluster, with the tenant's patches applied as
 *     far as its state has what they change
 * @param reads all that was read of the inputs to make them
 * @param inspected what is wrong with them, and with the patches, and what they request
 */
public record RenderedTenant(
    ResolvedTenant tenant,
    List<Artifact> artifacts,
    Patching.Patched patched,
    Reads reads,
    Inspection.Inspected inspected) {

  /** Copies the list. */
  public RenderedTenant {
    artifacts = List.copyOf(artifacts);
  }

  /** Number of its objects. */
  public int objects() {
    return artifacts.stream().mapToInt(artifact -> artifact.objects().size()).sum();
  }

  /** What is wrong with it, and with its patches. */
  public List<Diagnostic> findings() {
    return inspected.diagnostics();
  }

  /**
   * What the index is to remember of it.
   *
   * @param fingerprint digest of what it was rendered from
   */
  public RenderedFacts facts(String fingerprint) {
    return new RenderedFacts(
        fingerprint, objects(), artifacts.size() + 1, inspected.requests(), firstBackup());
  }

  /** Name of the backup that starts at once; empty if none does. */
  String firstBackup() {
    return TenantFiles.firstBackup(artifacts);
  }
}
