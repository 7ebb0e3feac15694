package io.tenantsmith.publish;

import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.output.OwnershipIndex;
import io.tenantsmith.output.RenderedTree;

/** Renders the tree that is to be published, again for each base that a lost race brings. */
public interface RenderSource {

  /** Judges all inputs against what the branch holds now, and gives the tree. */
  Result<RenderedTree> render(OwnershipIndex base);
}
