package io.tenantsmith.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryCache;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;

/** Opens repositories of this machine, to be read; whoever opens one closes it. */
final class RepositoryOnDisk {

  private RepositoryOnDisk() {}

  /** The repository around a file. */
  static Repository around(EnclosingRepository place) throws IOException {
    return new FileRepositoryBuilder()
        .findGitDir(place.root().toFile())
        .setWorkTree(place.root().toFile())
        .setMustExist(true)
        .build();
  }

  /** The repository at a path, with a working tree or without; empty if there is none. */
  static Optional<Repository> at(Path path) throws IOException {
    for (Path candidate : new Path[] {path, path.resolve(Constants.DOT_GIT)}) {
      if (RepositoryCache.FileKey.isGitRepository(candidate.toFile(), FS.DETECTED)) {
        return Optional.of(new FileRepositoryBuilder().setGitDir(candidate.toFile()).build());
      }
    }
    return Optional.empty();
  }
}
