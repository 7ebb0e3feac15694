package io.tenantsmith.publish;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/** The history of the inputs, read from the repository that the fleet's folder lies in. */
final class InputHistory {

  private final @Nullable File gitFolder;

  private InputHistory(@Nullable File gitFolder) {
    this.gitFolder = gitFolder;
  }

  /** How one input commit stands to another. */
  enum Order {
    NEWER,
    NOT_NEWER,
    UNKNOWN
  }

  /** The history around a folder; it may have none. */
  static InputHistory around(Path folder) {
    File start = folder.toAbsolutePath().normalize().toFile();
    return new InputHistory(new FileRepositoryBuilder().findGitDir(start).getGitDir());
  }

  /** The commit that is checked out. */
  InputCommit head() throws IOException {
    if (gitFolder == null) {
      return InputCommit.NONE;
    }
    try (Repository repository = open(gitFolder)) {
      ObjectId head = repository.resolve(Constants.HEAD);
      return head == null ? InputCommit.NONE : new InputCommit(head.copy());
    }
  }

  /** Tells whether the published input commit descends from ours, so that we come too late. */
  Order compare(ObjectId published, InputCommit ours) throws IOException {
    if (published.equals(ours.id())) {
      return Order.NOT_NEWER;
    }
    if (gitFolder == null || !ours.isKnown()) {
      return Order.UNKNOWN;
    }
    try (Repository repository = open(gitFolder);
        RevWalk walk = new RevWalk(repository)) {
      boolean descends =
          walk.isMergedInto(walk.parseCommit(ours.id()), walk.parseCommit(published));
      return descends ? Order.NEWER : Order.NOT_NEWER;
    } catch (MissingObjectException e) {
      // A shallow clone, or a commit that was made elsewhere: nobody here can tell.
      return Order.UNKNOWN;
    }
  }

  private static Repository open(File gitFolder) throws IOException {
    return new FileRepositoryBuilder().setGitDir(gitFolder).setMustExist(true).build();
  }
}
