package io.tenantsmith.output;

import io.tenantsmith.path.RelativePath;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The tree as it stands: a folder on disk, or a commit. */
public interface ExistingTree {

  /** A tree without a file. */
  ExistingTree EMPTY = path -> Optional.empty();

  /** Content of a file; empty if there is none at that path. */
  Optional<byte[]> read(RelativePath path) throws IOException;

  /**
   * What a run that was killed while it swapped files had meant to write: path to digest, an empty
   * digest for a file it meant to remove. Such files are ours although no index names them yet.
   */
  default Map<RelativePath, String> interrupted() {
    return Map.of();
  }
}
