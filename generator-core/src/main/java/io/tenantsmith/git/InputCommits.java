package io.tenantsmith.git;

import io.tenantsmith.surroundings.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** The commits of the repository that a fleet's folder lies in. Only reads; nothing is fetched. */
public final class InputCommits implements AutoCloseable {

  private final Repository repository;
  private final Path workTree;
  private final Path folder;

  private InputCommits(Repository repository, Path workTree, Path folder) {
    this.repository = repository;
    this.workTree = workTree;
    this.folder = folder;
  }

  /** The commits of the repository around a folder; empty if it lies in none. */
  public static Optional<InputCommits> around(Path folder, Surroundings surroundings)
      throws IOException {
    GitSystem.install(surroundings);
    Path real = InputHistory.real(folder);
    FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(real.toFile());
    if (builder.getGitDir() == null) {
      return Optional.empty();
    }
    Repository repository = builder.setMustExist(true).build();
    return Optional.of(new InputCommits(repository, InputHistory.workTree(real), real));
  }

  /** What a name of a commit leads to. */
  public enum Answer {
    /** A commit. */
    FOUND,
    /** Nothing here has that name. */
    UNKNOWN,
    /** Nothing here has that name, and a shallow clone may lack what has. */
    BEYOND_SHALLOW,
    /** Several objects begin with these digits. */
    AMBIGUOUS,
    /** It names something else, for instance a file. */
    NO_COMMIT,
    /** No name of a commit has this form. */
    MALFORMED
  }

  /**
   * What a name leads to.
   *
   * @param commit the commit; {@link CommitId#NONE} unless there is one
   */
  public record Resolved(Answer answer, CommitId commit) {}

  /** Resolves any name that Git has for a commit: a branch, a tag, an id, {@code HEAD~1}. */
  public Resolved resolve(String name) throws IOException {
    try {
      ObjectId found = repository.resolve(name + "^{commit}");
      return found == null
          ? nothing(isShallow() ? Answer.BEYOND_SHALLOW : Answer.UNKNOWN)
          : new Resolved(Answer.FOUND, CommitId.of(found));
    } catch (MissingObjectException e) {
      return nothing(isShallow() ? Answer.BEYOND_SHALLOW : Answer.UNKNOWN);
    } catch (AmbiguousObjectException e) {
      return nothing(Answer.AMBIGUOUS);
    } catch (IncorrectObjectTypeException e) {
      return nothing(Answer.NO_COMMIT);
    } catch (RevisionSyntaxException e) {
      return nothing(Answer.MALFORMED);
    }
  }

  /** Whether the clone lacks older commits. */
  public boolean isShallow() throws IOException {
    return !repository.getObjectDatabase().getShallowCommits().isEmpty();
  }

  /** Whether the clone has a commit. */
  public boolean has(CommitId commit) {
    try (RevWalk walk = new RevWalk(repository)) {
      return commit.isKnown() && walk.parseCommit(commit.object()) != null;
    } catch (IOException e) {
      return false;
    }
  }

  /** The commit that is checked out, and those before it, the nearest first. */
  public List<CommitId> recent(int limit) throws IOException {
    ObjectId head = repository.resolve(Constants.HEAD);
    List<CommitId> recent = new ArrayList<>();
    if (head == null) {
      return recent;
    }
    try (RevWalk walk = new RevWalk(repository)) {
      Deque<ObjectId> due = new ArrayDeque<>(List.of(head));
      Set<ObjectId> seen = new HashSet<>();
      while (!due.isEmpty() && recent.size() < limit) {
        ObjectId next = due.remove();
        if (seen.add(next)) {
          RevCommit commit = walk.parseCommit(next);
          recent.add(CommitId.of(commit));
          due.addAll(List.of(commit.getParents()));
        }
      }
    }
    return recent;
  }

  /**
   * Where the commit that is checked out left the main branch of its origin, as far as the clone
   * knows it; empty if it does not, or if there is no commit.
   */
  public Optional<CommitId> forkPoint() throws IOException {
    ObjectId head = repository.resolve(Constants.HEAD);
    for (String main : List.of("origin/HEAD", "origin/main", "origin/master")) {
      ObjectId there = repository.resolve(Constants.R_REMOTES + main);
      if (head != null && there != null) {
        try (RevWalk walk = new RevWalk(repository)) {
          walk.setRevFilter(RevFilter.MERGE_BASE);
          walk.markStart(walk.parseCommit(head));
          walk.markStart(walk.parseCommit(there));
          return Optional.ofNullable(walk.next()).map(CommitId::of);
        }
      }
    }
    return Optional.empty();
  }

  /** The inputs that a commit of this clone holds, seen from the fleet's folder. */
  public CommittedFiles files(CommitId commit) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      ObjectId tree = walk.parseCommit(commit.object()).getTree().getId();
      return new CommittedFiles(repository.newObjectReader(), tree, workTree, folder);
    }
  }

  @Override
  public void close() {
    repository.close();
  }

  private static Resolved nothing(Answer answer) {
    return new Resolved(answer, CommitId.NONE);
  }
}
