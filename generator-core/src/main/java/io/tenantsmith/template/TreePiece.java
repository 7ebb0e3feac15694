package io.tenantsmith.template;

import org.jspecify.annotations.Nullable;

/** A compiled node, which makes its tree. */
interface TreePiece {

  /** The immutable tree, or null if a condition leaves nothing. */
  @Nullable Object tree(Frame frame);
}
