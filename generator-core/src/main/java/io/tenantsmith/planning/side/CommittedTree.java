package io.tenantsmith.planning.side;

import io.tenantsmith.git.CommittedFiles;
import io.tenantsmith.source.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * The inputs of a commit for the reader of inputs.
 *
 * @param present contents of today by path; a file that has not changed is not read, and lies in
 *     memory once
 */
record CommittedTree(CommittedFiles files, Map<String, byte[]> present) implements FileTree {

  /** The folder of the fleet; a commit from before it was made lacks it. */
  @Override
  public boolean isThere() {
    return kind("") == Kind.FOLDER;
  }

  @Override
  public Kind kind(String path) {
    try {
      return switch (files.kind(path)) {
        case NOTHING -> Kind.NOTHING;
        case FILE -> Kind.FILE;
        case FOLDER -> Kind.FOLDER;
        case LINK -> Kind.LINK;
        case SUBMODULE -> Kind.OTHER;
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<String> names(String folder) throws IOException {
    return files.names(folder);
  }

  @Override
  public byte[] read(String file, int limit) {
    try {
      byte[] known = present.get(file);
      return known != null && known.length <= limit && files.holds(file, known)
          ? known
          : files.read(file, limit);
    } catch (IOException e) {
      // Not this file alone is the matter: the clone or its repository is not whole.
      throw new UncheckedIOException(e);
    }
  }
}
