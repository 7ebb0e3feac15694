package io.tenantsmith.output;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The tree that is there before a run, with its index, which is opened and parsed once a run.
 *
 * @param files all files
 * @param index what of it is ours; an empty one if there is none
 * @param indexBytes the index as it is written there, or null if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record CurrentTree(
    ExistingTree files, OwnershipIndex index, byte @Nullable [] indexBytes) {

  /** A tree without a file. */
  public static final CurrentTree EMPTY =
      new CurrentTree(ExistingTree.EMPTY, OwnershipIndex.empty(), null);

  /** Whether the tree has an index; without one nobody knows what is ours. */
  public boolean hasIndex() {
    return indexBytes != null;
  }

  /** Whether the index is still the one that was read. */
  boolean isIndex(byte @Nullable [] other) {
    return Arrays.equals(indexBytes, other);
  }
}
