package io.tenantsmith.output;

import io.tenantsmith.path.RelativePath;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The current tree: a folder on disk, or a commit. */
public interface ExistingTree {

  /** A tree without a file. */
  ExistingTree EMPTY = path -> Optional.empty();

  /** Content of a file; empty if there is none at that path. */
  Optional<byte[]> read(RelativePath path) throws IOException;

  /**
   * Whether Git may have converted line ends in it, as on checkout; a commit holds what was
   * committed.
   */
  default boolean isCheckout() {
    return false;
  }

  /**
   * The states in which killed runs may have left the files that they were swapping: path to
   * digests; an empty digest means no file. Such files are ours although no index names them yet.
   */
  default Map<RelativePath, Set<String>> interrupted() {
    return Map.of();
  }
}
