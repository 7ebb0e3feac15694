package io.tenantsmith.output;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The current tree, with its index, which is opened and parsed once per run.
 *
 * @param files all files
 * @param index which of its files are ours; empty if there is no index
 * @param indexBytes the index as written, or null if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record CurrentTree(ExistingTree files, OwnershipIndex index, byte @Nullable [] indexBytes) {

  /** A tree without a file. */
  public static final CurrentTree EMPTY =
      new CurrentTree(ExistingTree.EMPTY, OwnershipIndex.empty(), null);

  /** Whether the tree has an index; without one nobody knows which files are ours. */
  public boolean hasIndex() {
    return indexBytes != null;
  }

  /** Whether the index is still the one that was read. */
  boolean isIndex(byte @Nullable [] other) {
    return Arrays.equals(indexBytes, other);
  }
}
