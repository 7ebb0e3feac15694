package io.tenantsmith.planning;

import io.tenantsmith.plan.Amounts;
import io.tenantsmith.planning.difference.TreeFile;
import java.util.List;

/**
 * A tenant on one side of a plan.
 *
 * @param files its files, with its objects as they arrive in the cluster
 * @param amounts what it requests and pays
 */
public record SideTenant(
    String id, String tier, String cluster, List<TreeFile> files, Amounts amounts) {

  /** Copies the list. */
  public SideTenant {
    files = List.copyOf(files);
  }
}
