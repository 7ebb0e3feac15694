package io.tenantsmith.output;

import io.tenantsmith.path.RelativePath;
import java.io.IOException;
import java.util.Optional;

/** The tree as it stands: a folder on disk, or a commit. */
public interface ExistingTree {

  /** A tree without a file. */
  ExistingTree EMPTY = path -> Optional.empty();

  /** Content of a file; empty if there is none at that path. */
  Optional<byte[]> read(RelativePath path) throws IOException;
}
