package io.tenantsmith.planning.side;

import io.tenantsmith.git.CommittedFiles;
import io.tenantsmith.source.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The inputs of a commit for the reader of inputs. */
record CommittedTree(CommittedFiles files) implements FileTree {

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
      return files.read(file, limit);
    } catch (IOException e) {
      // Not this file alone is the matter: the clone or its repository is not whole.
      throw new UncheckedIOException(e);
    }
  }
}
