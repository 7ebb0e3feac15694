package io.tenantsmith.template;

import org.jspecify.annotations.Nullable;

/** A compiled node, which makes its tree. */
interface TreePiece {

  /** The immutable tree, or null if a condition leaves nothing. */
  @Nullable Object tree(Frame frame);

  /** The same as {@link #tree}, where values of mappings are made when they are asked for. */
  default @Nullable Object view(Frame frame) {
    return tree(frame);
  }
}
