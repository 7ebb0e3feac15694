package io.tenantsmith.planning.side;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.engine.Outcome;
import io.tenantsmith.output.CurrentTree;
import io.tenantsmith.output.OwnershipIndex;
import io.tenantsmith.plan.Baseline;
import io.tenantsmith.planning.RenderedSide;
import io.tenantsmith.planning.Side;
import io.tenantsmith.run.Contributors;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a plan compares with. To be closed once nothing of its tree is read any more.
 *
 * @param baseline what it is, in words
 * @param tree its tree; null where it is what {@code inputs} render to
 * @param follows what is published as far as it is known: what both sides are rendered after
 * @param inputs the inputs that it was rendered from; null if they are not known, as {@code
 *     baseline} then says
 * @param open what has to stay open while the tree is read
 */
public record OldSide(
    Baseline baseline,
    @Nullable CurrentTree tree,
    OwnershipIndex follows,
    @Nullable OldInputs inputs,
    Open open)
    implements AutoCloseable {

  /** Its tree; empty where it is what its inputs render to. */
  public Optional<CurrentTree> currentTree() {
    return Optional.ofNullable(tree);
  }

  /** The inputs that it was rendered from. */
  public Optional<OldInputs> oldInputs() {
    return Optional.ofNullable(inputs);
  }

  /**
   * The base as a side of a plan.
   *
   * @param now the other side
   */
  public Side side(RenderedSide now, Contributors contributors) {
    RenderedSide old =
        inputs == null ? null : RenderedSide.beside(now, inputs.fleet(), contributors);
    if (tree != null) {
      return new TreeSide(tree, now, old);
    }
    if (old == null) {
      throw new IllegalStateException("a base without a tree and without inputs");
    }
    return old;
  }

  @Override
  public void close() {
    open.close();
  }

  /** Something that is open. */
  @FunctionalInterface
  interface Open {

    /** Nothing is. */
    Open NOTHING = () -> {};

    /** Closes it. */
    void close();
  }

  /**
   * How the search for a base ended.
   *
   * @param base null if there is none, and so no plan
   * @param outcome how the command ends: {@link Outcome#DONE} unless something is wrong, which does
   *     not forbid to show the plan where there is a base all the same
   */
  public record Found(@Nullable OldSide base, Outcome outcome, List<Diagnostic> diagnostics) {

    /** Copies the list. */
    public Found {
      diagnostics = List.copyOf(diagnostics);
    }

    static Found refused(List<Diagnostic> why) {
      return new Found(null, Outcome.REFUSED, why);
    }

    /** The base, if there is one. */
    public Optional<OldSide> found() {
      return Optional.ofNullable(base);
    }
  }
}
