package io.tenantsmith.output;

import io.tenantsmith.diagnostic.Result;
import java.io.IOException;
import java.util.List;

/**
 * Compares a rendered tree with the tree as it stands, file by file, and hands the differences to a
 * sink. Ownership decides: only what the previous index and the tenants' tenant.json name is ours.
 */
public final class Planner {

  /** A planner with that answer to hand edits. */
  public Planner(HandEdits handEdits) {}

  /**
   * Finds the changes. index.json comes last, and only if it changes.
   *
   * @return a plan, or the diagnostic of an index that can not be read
   */
  public Result<Plan> plan(ExistingTree existing, RenderedTree rendered, ChangeSink sink)
      throws IOException {
    return Result.failed(List.of());
  }
}
