package io.tenantsmith.publish;

import io.tenantsmith.output.Plan;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a publish ended. The counts are those of the last attempt, zero if none got that far.
 *
 * @param ending what became of it
 * @param where the repository and branch that were meant
 * @param commits the commit that was made and the commit it was made from
 */
public record Published(
    Ending ending,
    Where where,
    Commits commits,
    Plan.FileCounts files,
    Plan.TenantChanges tenants) {

  /** What became of a publish. */
  public enum Ending {
    /** A commit was pushed. */
    PUSHED(Kind.DONE),
    /** The branch holds this tree already. */
    NOTHING_TO_COMMIT(Kind.DONE),
    /** The branch holds the tree of a newer input. */
    SUPERSEDED(Kind.DONE),
    /** The inputs, the settings or the state of the tree were refused. */
    REFUSED(Kind.REFUSED),
    /** A guard refused. */
    GUARD(Kind.GUARD),
    /** Disk, Git or network failed, or other publishes were faster too often. */
    ENVIRONMENT(Kind.ENVIRONMENT);

    private final Kind kind;

    Ending(Kind kind) {
      this.kind = kind;
    }

    /** The class of the ending, which decides the exit code. */
    public Kind kind() {
      return kind;
    }
  }

  /** The classes of endings that a front distinguishes. */
  public enum Kind {
    DONE,
    REFUSED,
    GUARD,
    ENVIRONMENT
  }

  /**
   * The repository and branch that were meant.
   *
   * @param repository as it may be printed, credentials masked
   * @param branch the branch that is pushed to
   */
  public record Where(String repository, String branch) {}

  /**
   * The commit that was made and what it was made from.
   *
   * @param commit the new commit, or null if none was pushed
   * @param input the commit of the inputs; zeros if they are in no repository
   * @param dirtyFiles input files that are not as in that commit
   * @param publishedInput what the branch named as its input before, marked if it was dirty; null
   *     if it held nothing of ours or was not looked at
   */
  public record Commits(
      @Nullable String commit,
      String input,
      List<String> dirtyFiles,
      @Nullable String publishedInput) {

    /** Copies the list. */
    public Commits {
      dirtyFiles = List.copyOf(dirtyFiles);
    }

    /** The new commit's id in full. */
    public Optional<String> id() {
      return Optional.ofNullable(commit);
    }

    /** The new commit's id in seven digits. */
    public Optional<String> abbreviated() {
      return id().map(text -> text.substring(0, 7));
    }
  }
}
