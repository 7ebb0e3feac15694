package io.tenantsmith.plan;

import java.util.List;

/**
 * What the present inputs would change, for whom, why and how dangerous it is.
 *
 * @param commit the commit of the present inputs, marked with {@code -dirty} if it is not the whole
 *     truth; empty if there is none
 * @param counts tenants by what becomes of them
 * @param groups tenants with the same change, worst first; then the files that tenants share
 * @param noEffect what changed in the inputs without effect
 * @param leftOut what a partial plan leaves out, for instance {@code 2 clusters}; empty if it is
 *     whole
 */
public record FleetPlan(
    String commit,
    Baseline base,
    Counts counts,
    List<ChangeGroup> groups,
    List<NoEffect> noEffect,
    PlanLimits limits,
    String leftOut) {

  /** Copies the lists. */
  public FleetPlan {
    groups = List.copyOf(groups);
    noEffect = List.copyOf(noEffect);
  }

  /** Tenants by what becomes of them. */
  public record Counts(int added, int changed, int removed, int unchanged) {

    private boolean hasChanges() {
      return added + changed + removed > 0;
    }
  }

  /** Whether anything changes. */
  public boolean hasChanges() {
    return counts.hasChanges() || !groups.isEmpty();
  }
}
