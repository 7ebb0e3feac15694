package io.tenantsmith.git;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Where the two branches stand; null for a branch that does not exist.
 *
 * @param base the tip that the tree builds on
 * @param push the tip of the branch that is moved
 */
public record Tips(@Nullable ObjectId base, @Nullable ObjectId push) {

  /** Whether the branch that is moved holds a commit at its tip. */
  public boolean hold(CommitId commit) {
    return push != null && commit.equals(CommitId.of(push));
  }

  /** The tip that the tree builds on, if there is one. */
  public Optional<CommitId> ofBase() {
    return Optional.ofNullable(base).map(CommitId::of);
  }

  /** Whether one of them exists. */
  public boolean exist() {
    return base != null || push != null;
  }

  /** The tip of the branch that is moved, else the tip of the base. */
  @Nullable ObjectId pushed() {
    return push == null ? base : push;
  }

  /** Parents of the next commit: always also the moved branch's tip, so that no push is forced. */
  List<ObjectId> parents() {
    List<ObjectId> parents = new ArrayList<>();
    if (push != null && !push.equals(base)) {
      parents.add(push);
    }
    if (base != null) {
      parents.add(base);
    }
    return List.copyOf(parents);
  }

  /** What the compare-and-swap expects; zeros for a branch that does not exist. */
  ObjectId expected() {
    return push == null ? ObjectId.zeroId() : push;
  }
}
