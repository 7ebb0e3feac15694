package io.tenantsmith.template;

import org.jspecify.annotations.Nullable;

/** A node, compiled to what makes its tree. */
interface TreePiece {

  /** The immutable tree, or null if a condition leaves nothing. */
  @Nullable Object tree(Frame frame);
}
