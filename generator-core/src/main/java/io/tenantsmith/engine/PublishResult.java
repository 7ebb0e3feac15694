package io.tenantsmith.engine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code publish} did.
 *
 * @param push null if there was nowhere to push to
 */
public record PublishResult(FleetSize fleet, @Nullable Push push) implements FleetResult {

  private static final int SHORT = 7;

  @Override
  public CommandName command() {
    return CommandName.PUBLISH;
  }

  @Override
  public <T> T printedBy(Printer<T> printer) {
    return printer.published(this);
  }

  /** What became of the push, if there was somewhere to push to. */
  public Optional<Push> pushed() {
    return Optional.ofNullable(push);
  }

  /** How a publish ended. */
  public enum Ending {
    /** A commit was pushed. */
    PUSHED,
    /** The branch holds this tree already. */
    NOTHING_TO_COMMIT,
    /** The branch holds the tree of a newer input. */
    SUPERSEDED,
    /** The inputs, the settings or the state of the branch were refused. */
    REFUSED,
    /** A guard refused. */
    GUARD,
    /** Disk, Git or network failed, or other publishes were faster too often. */
    ENVIRONMENT;

    /** The word in reports for programs, for instance {@code nothing-to-commit}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * What became of the push.
   *
   * @param to the repository and branch that were meant
   * @param commits the commit that was made, and what it was made from
   * @param files counts of the branch's files, index.json included
   * @param guards codes of the guards that refused
   */
  public record Push(
      Ending ending,
      Target to,
      Commits commits,
      FileChanges files,
      TenantChanges tenants,
      List<String> guards) {

    /** Copies the list. */
    public Push {
      guards = List.copyOf(guards);
    }
  }

  /**
   * The repository and branch that were meant.
   *
   * @param repository as it may be printed, credentials masked
   */
  public record Target(String repository, String branch) {}

  /**
   * What was committed.
   *
   * @param commit the new commit, or null if none was pushed
   * @param publishedInput what the branch named as its input before, marked if it was dirty; null
   *     if it held nothing of ours or was not looked at
   */
  public record Commits(@Nullable String commit, Input input, @Nullable String publishedInput) {

    /** The new commit's id in seven digits, empty if none was pushed. */
    public String abbreviated() {
      return commit == null ? "" : commit.substring(0, SHORT);
    }
  }

  /**
   * Where the inputs come from.
   *
   * @param commit zeros if they are in no repository
   * @param dirtyFiles files that are not as in the commit
   */
  public record Input(String commit, List<String> dirtyFiles) {

    /** Copies the list. */
    public Input {
      dirtyFiles = List.copyOf(dirtyFiles);
    }

    /** Whether they are in a commit. */
    public boolean isCommitted() {
      return commit.chars().anyMatch(digit -> digit != '0');
    }
  }

  /**
   * Ids of the tenants that were added, changed and removed.
   *
   * @param steps what becomes of tenants whose state changes, by id
   * @param certificates files that certify the erasure of removed ones, relative to the fleet
   * @param plan what that means for the tenants; null if no file differs, or if something was in
   *     the way before anything was compared
   */
  public record TenantChanges(
      List<String> added,
      List<String> changed,
      List<String> removed,
      List<StepPlan> steps,
      List<String> certificates,
      @Nullable PlanNote plan) {

    /** Copies the lists. */
    public TenantChanges {
      added = List.copyOf(added);
      changed = List.copyOf(changed);
      removed = List.copyOf(removed);
      steps = List.copyOf(steps);
      certificates = List.copyOf(certificates);
    }

    /** What it means for the tenants; empty if nothing of that is known. */
    public Optional<PlanNote> planned() {
      return Optional.ofNullable(plan);
    }
  }
}
