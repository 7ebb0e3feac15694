package io.tenantsmith.git;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/**
 * The commits of a branch, the newest first: of a merge, what it was merged into. One after the
 * other, so that whoever has seen enough reads no more.
 */
public final class BranchHistory implements AutoCloseable {

  private final Repository repository;
  private final boolean isOurs;
  private final ObjectReader reader;
  private final RevWalk walk;
  private @Nullable ObjectId next;
  private boolean cutOff;

  private BranchHistory(Repository repository, boolean isOurs, ObjectId tip) {
    this.repository = repository;
    this.isOurs = isOurs;
    this.reader = repository.newObjectReader();
    this.walk = new RevWalk(reader);
    this.next = tip;
  }

  /** The history that ends with a commit of that repository, which has to have it. */
  public static BranchHistory of(GitopsRepository repository, CommitId tip) {
    return new BranchHistory(repository.objects(), false, tip.object());
  }

  /** The history of a branch of the repository at a path; empty if there is none. */
  public static Optional<BranchHistory> ofBranch(Path repository, String branch)
      throws IOException {
    Optional<Repository> found = RepositoryOnDisk.at(repository);
    return found.isEmpty() ? Optional.empty() : of(found.get(), Constants.R_HEADS + branch);
  }

  /** The history of what is checked out around a file; empty if nothing is committed. */
  public static Optional<BranchHistory> around(EnclosingRepository place) throws IOException {
    return of(RepositoryOnDisk.around(place), Constants.HEAD);
  }

  private static Optional<BranchHistory> of(Repository opened, String ref) throws IOException {
    ObjectId tip = null;
    try {
      tip = opened.resolve(ref);
    } finally {
      if (tip == null) {
        opened.close();
      }
    }
    return Optional.ofNullable(tip).map(commit -> new BranchHistory(opened, true, commit));
  }

  /**
   * One commit.
   *
   * @param time when it was made
   */
  public record PastCommit(CommitId id, Instant time, CommitTree tree) {}

  /** The next older commit; empty at the end. */
  public Optional<PastCommit> next() throws IOException {
    if (next == null) {
      return Optional.empty();
    }
    RevCommit commit = walk.parseCommit(next);
    boolean last = commit.getParentCount() == 0;
    next = last ? null : commit.getParent(0).getId();
    cutOff = last && repository.getObjectDatabase().getShallowCommits().contains(commit.getId());
    return Optional.of(
        new PastCommit(
            CommitId.of(commit),
            commit.getCommitterIdent().getWhenAsInstant(),
            new CommitTree(reader, commit.getTree().getId())));
  }

  /** Whether it ended where a shallow clone does; there are older commits elsewhere. */
  public boolean isCutOff() {
    return cutOff;
  }

  @Override
  public void close() {
    walk.close();
    reader.close();
    if (isOurs) {
      repository.close();
    }
  }
}
