package io.tenantsmith.publish;

import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.output.ChangeSink;
import io.tenantsmith.output.ExistingTree;
import io.tenantsmith.output.OwnershipIndex;
import io.tenantsmith.output.Plan;
import io.tenantsmith.output.RenderedTree;
import java.io.IOException;

/** How a tree is read and compared; the engine hands in what package output offers for it. */
public interface TreeComparison {

  /** The ownership index of a tree; an empty one if it has none, a diagnostic if it is broken. */
  Result<OwnershipIndex> index(ExistingTree existing) throws IOException;

  /** Hands the differences to the sink and counts them. */
  Result<Plan> plan(ExistingTree existing, RenderedTree rendered, ChangeSink sink)
      throws IOException;
}
