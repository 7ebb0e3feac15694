package io.tenantsmith.edit;

import io.tenantsmith.yaml.YamlMapping;

/** By how many blanks the author of a file indents. */
final class Indentation {

  private static final int USUAL = 2;

  private Indentation() {}

  /** What the first mapping below another shows; where there is none, what is usual. */
  static int of(YamlMapping root, Extents extents) {
    int column = root.range().column();
    for (YamlMapping.Entry entry : root.entries()) {
      if (entry.value() instanceof YamlMapping inner && extents.isBlockCollection(inner)) {
        return Math.max(1, inner.range().column() - column);
      }
    }
    return USUAL;
  }
}
