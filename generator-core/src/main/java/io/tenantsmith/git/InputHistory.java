package io.tenantsmith.git;

import io.tenantsmith.surroundings.Surroundings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/** The history of the inputs, read from the repository that the fleet's folder lies in. */
public final class InputHistory implements AutoCloseable {

  /** How to mend a repository of the inputs that cannot be read. */
  public static final String REPAIR =
      "repair that repository: git rev-parse HEAD must work in the fleet's folder";

  private final Path folder;
  private final @Nullable File gitFolder;
  private final Surroundings surroundings;
  private @Nullable OriginHistory fetched;
  private @Nullable IOException problem;

  private InputHistory(Path folder, @Nullable File gitFolder, Surroundings surroundings) {
    this.folder = folder;
    this.gitFolder = gitFolder;
    this.surroundings = surroundings;
  }

  /** How our input commit relates to one that is published. */
  public enum Order {
    /** It is the same. */
    SAME,
    /** Ours descends from it. */
    SUCCESSOR,
    /** It descends from ours. */
    PREDECESSOR,
    /** Neither descends from the other. */
    DIVERGED,
    /** A shallow clone lacks the commits that would say. */
    BEYOND_SHALLOW,
    /** The repository of the inputs does not have it. */
    UNKNOWN_COMMIT,
    /** One of them is of inputs that were in no repository. */
    NO_REPOSITORY;

    /** Whether the history says it. */
    public boolean isKnown() {
      return this != BEYOND_SHALLOW && this != UNKNOWN_COMMIT;
    }
  }

  /** The history of the repository around a folder; there may be none. */
  public static InputHistory around(Path folder, Surroundings surroundings) {
    // Git, too, looks for the repository from the folder that a link leads to.
    Path real = real(folder);
    File gitFolder = new FileRepositoryBuilder().findGitDir(real.toFile()).getGitDir();
    return new InputHistory(real, gitFolder, surroundings);
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

  /**
   * Tells how ours relates to the published input commit. What is not known here, the origin is
   * asked; what it does not say either is never guessed.
   */
  public Order order(CommitId published, CommitId ours) throws IOException {
    if (published.equals(ours)) {
      return Order.SAME;
    }
    if (gitFolder == null || !ours.isKnown() || !published.isKnown()) {
      return Order.NO_REPOSITORY;
    }
    try (Repository repository = open(gitFolder)) {
      boolean shallow = !repository.getObjectDatabase().getShallowCommits().isEmpty();
      Order unknown = shallow ? Order.BEYOND_SHALLOW : Order.UNKNOWN_COMMIT;
      Order order = walked(repository, published, ours, unknown);
      // Where a shallow clone ends, a commit that has parents seems to have none.
      Order here = shallow && order == Order.DIVERGED ? unknown : order;
      return here.isKnown() ? here : fromOrigin(repository, published, ours, unknown);
    }
  }

  /** Why the origin could not be asked, if it could not. */
  public Optional<IOException> problem() {
    return Optional.ofNullable(problem);
  }

  /** Tells which inputs differ from the commit; none if they are in no repository. */
  public List<InputDifference> differences(CommitId commit, InputFiles files) throws IOException {
    if (gitFolder == null) {
      return List.of();
    }
    try (Repository repository = open(gitFolder);
        RevWalk walk = new RevWalk(repository)) {
      ObjectId tree = commit.isKnown() ? walk.parseCommit(commit.object()).getTree() : null;
      return new CommittedInputs(walk.getObjectReader(), tree, workTree(), files)
          .differences().entrySet().stream()
              .map(found -> new InputDifference(found.getKey(), found.getValue()))
              .toList();
    }
  }

  @Override
  public void close() {
    if (fetched != null) {
      fetched.close();
    }
  }

  private Order fromOrigin(Repository repository, CommitId published, CommitId ours, Order unknown)
      throws IOException {
    OriginHistory origin = fetched;
    if (origin == null && problem == null) {
      try {
        origin = OriginHistory.fetch(repository, workTree(), surroundings);
        fetched = origin;
      } catch (IOException e) {
        problem = e;
      }
    }
    return origin == null ? unknown : walked(origin.repository(), published, ours, unknown);
  }

  /** The folder whose .git it is: what a linked work tree or a submodule calls so as well. */
  private Path workTree() {
    return workTree(folder);
  }

  /** The folder around that one whose .git it is. */
  static Path workTree(Path folder) {
    for (Path each = folder; each != null; each = each.getParent()) {
      FileRepositoryBuilder here = new FileRepositoryBuilder();
      here.addCeilingDirectory(each.toFile().getParentFile());
      if (here.findGitDir(each.toFile()).getGitDir() != null) {
        return each;
      }
    }
    return folder;
  }

  /** The folder that a link leads to. */
  static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      return folder.toAbsolutePath().normalize();
    }
  }

  private static Order walked(
      Repository repository, CommitId published, CommitId ours, Order unknown) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      RevCommit theirs = walk.parseCommit(published.object());
      RevCommit mine = walk.parseCommit(ours.object());
      if (walk.isMergedInto(theirs, mine)) {
        return Order.SUCCESSOR;
      }
      return walk.isMergedInto(mine, theirs) ? Order.PREDECESSOR : Order.DIVERGED;
    } catch (MissingObjectException e) {
      return unknown;
    }
  }

  private static Repository open(File gitFolder) throws IOException {
    return new FileRepositoryBuilder().setGitDir(gitFolder).setMustExist(true).build();
  }
}
