package io.tenantsmith.git;

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
public final class InputHistory {

  private final @Nullable File gitFolder;

  private InputHistory(@Nullable File gitFolder) {
    this.gitFolder = gitFolder;
  }

  /** How one input commit relates to another. */
  public enum Order {
    /** It descends from ours. */
    NEWER,
    /** It is ours, or an older one. */
    NOT_NEWER,
    /** The history does not say. */
    UNKNOWN
  }

  /** The history of the repository around a folder; there may be none. */
  public static InputHistory around(Path folder) {
    File start = folder.toAbsolutePath().normalize().toFile();
    return new InputHistory(new FileRepositoryBuilder().findGitDir(start).getGitDir());
  }

  /** The commit that is checked out. */
  public CommitId head() throws IOException {
    if (gitFolder == null) {
      return CommitId.NONE;
    }
    try (Repository repository = open(gitFolder)) {
      ObjectId head = repository.resolve(Constants.HEAD);
      return head == null ? CommitId.NONE : CommitId.of(head);
    }
  }

  /** Tells whether the published input commit descends from ours, so that we come too late. */
  public Order compare(CommitId published, CommitId ours) throws IOException {
    if (published.equals(ours)) {
      return Order.NOT_NEWER;
    }
    if (gitFolder == null || !ours.isKnown()) {
      return Order.UNKNOWN;
    }
    try (Repository repository = open(gitFolder);
        RevWalk walk = new RevWalk(repository)) {
      boolean descends =
          walk.isMergedInto(walk.parseCommit(ours.object()), walk.parseCommit(published.object()));
      return descends ? Order.NEWER : Order.NOT_NEWER;
    } catch (MissingObjectException e) {
      // A shallow clone, or a commit that was made elsewhere: the order cannot be known here.
      return Order.UNKNOWN;
    }
  }

  private static Repository open(File gitFolder) throws IOException {
    return new FileRepositoryBuilder().setGitDir(gitFolder).setMustExist(true).build();
  }
}
