package io.tenantsmith.git;

import java.io.IOException;
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

  /**
   * Looks both branches up while others may move them. One branch is asked once: of two answers the
   * newer one would be expected by the compare-and-swap, and the older one's tree would be
   * committed on top, without what came between. Of two branches the moved one is asked first, so
   * that it never holds commits of a newer base than the one that is built on.
   */
  static Tips of(Refs refs, Lookup lookup) throws IOException {
    ObjectId push = lookup.tip(refs.push());
    return new Tips(refs.areOne() ? push : lookup.tip(refs.base()), push);
  }

  /** Where a ref stands; null if it does not exist. */
  interface Lookup {
    @Nullable ObjectId tip(String ref) throws IOException;
  }

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
