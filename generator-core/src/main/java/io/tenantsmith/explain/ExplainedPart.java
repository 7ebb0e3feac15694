package io.tenantsmith.explain;

import io.tenantsmith.diagnostic.Diagnostic;
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
 * @param patching what its patches made of its objects
 */
public record ExplainedPart(
    ExplainResult.Subject subject,
    Settings settings,
    String namespace,
    Files files,
    Patching patching) {

  /** What its patches made of its objects, in order. */
  public List<AppliedPatch> patches() {
    return patching.applied();
  }

  /** What is wrong with its objects, or with its patches. */
  public List<Diagnostic> findings() {
    return patching.findings();
  }

  /**
   * What patches made.
   *
   * @param applied each patch of each object that it changed, in order
   * @param findings what is wrong with objects or patches
   */
  public record Patching(List<AppliedPatch> applied, List<Diagnostic> findings) {

    /** There is no patch. */
    public static final Patching NONE = new Patching(List.of(), List.of());

    /** Copies the lists. */
    public Patching {
      applied = List.copyOf(applied);
      findings = List.copyOf(findings);
    }
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
