package io.tenantsmith.run;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.engine.StepPlan;
import io.tenantsmith.output.Plan;
import io.tenantsmith.path.RelativePath;
import java.util.List;
import java.util.Set;

/**
 * A fleet that was rendered and compared with a current tree, tenant by tenant.
 *
 * @param plan what changes
 * @param findings what is wrong with what was rendered
 * @param objects number of Kubernetes objects that were rendered
 * @param files number of files that were rendered, index.json included
 * @param shared paths of the files outside tenants' folders
 * @param steps what becomes of tenants whose state changes, by id
 */
public record ComparedFleet(
    Plan plan,
    List<Diagnostic> findings,
    int objects,
    int files,
    Set<RelativePath> shared,
    List<StepPlan> steps) {

  /** Copies the lists. */
  public ComparedFleet {
    findings = List.copyOf(findings);
    shared = Set.copyOf(shared);
    steps = List.copyOf(steps);
  }

  /** Whether the plan must not be carried out. */
  public boolean isRefused() {
    return plan.hasErrors() || hasFaults();
  }

  /** Whether what was rendered is wrong in itself, whatever it is compared with. */
  public boolean hasFaults() {
    return findings.stream().anyMatch(Diagnostic::isError);
  }
}
