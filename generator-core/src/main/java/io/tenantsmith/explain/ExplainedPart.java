package io.tenantsmith.explain;

import io.tenantsmith.engine.ExplainResult;
import io.tenantsmith.model.Settings;
import io.tenantsmith.patch.AppliedPatch;
import io.tenantsmith.render.Artifact;
import java.util.List;

/**
 * A rendered part of a fleet that can be explained: a tenant, or what the tenants of a cluster
 * share.
 *
 * @param subject whose it is
 * @param settings its effective values
 * @param namespace the tenant's; empty of a cluster
 * @param files its files
 * @param patches what its patches made of its objects, in order
 */
public record ExplainedPart(
    ExplainResult.Subject subject,
    Settings settings,
    String namespace,
    Files files,
    List<AppliedPatch> patches) {

  /** Copies the list. */
  public ExplainedPart {
    patches = List.copyOf(patches);
  }

  /**
   * Its files.
   *
   * @param own as they are rendered, without patches
   * @param beyond those of others in which its values may end, too
   */
  public record Files(List<Artifact> own, List<Artifact> beyond) {

    /** Copies the lists. */
    public Files {
      own = List.copyOf(own);
      beyond = List.copyOf(beyond);
    }
  }
}
