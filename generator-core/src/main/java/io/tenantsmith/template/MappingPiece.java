package io.tenantsmith.template;

import org.jspecify.annotations.Nullable;

/** A mapping whose keys are known before its values are, in the writer's order. */
final class MappingPiece implements TreePiece {

  private final String[] keys;
  private final TreePiece[] values;

  /** A mapping of keys that are sorted and interned. */
  MappingPiece(String[] sortedKeys, TreePiece[] values) {
    this.keys = sortedKeys;
    this.values = values;
  }

  @Override
  public FieldMap tree(Frame frame) {
    Object[] trees = new Object[values.length];
    int present = 0;
    for (int i = 0; i < values.length; i++) {
      Object tree = values[i].tree(frame);
      if (tree != null) {
        trees[i] = tree;
        present++;
      }
    }
    return present == values.length
        ? FieldMap.of(keys, trees)
        : FieldMap.ofPresent(keys, trees, present);
  }

  @Override
  public Object view(Frame frame) {
    return new MappingView(this, frame);
  }

  /** The value of a key as a view; null if there is none. */
  @Nullable Object viewOf(String key, Frame frame) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i].equals(key)) {
        return values[i].view(frame);
      }
    }
    return null;
  }
}
