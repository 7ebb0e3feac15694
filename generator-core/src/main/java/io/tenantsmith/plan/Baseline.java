package io.tenantsmith.plan;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the present inputs are compared with.
 *
 * @param name how it is called, for instance {@code output} or {@code origin/main}
 * @param commit the commit that holds it; empty if none does
 * @param input the commit of its inputs; empty if that is not known
 * @param why why this one was taken, where nobody named it; empty if somebody did
 * @param unknown why its inputs cannot be had, with what to do; null if they are known
 */
public record Baseline(
    Kind kind, String name, String commit, String input, String why, @Nullable String unknown) {

  /** The kinds of bases. */
  public enum Kind {
    /** The tree on the branch that is published to. */
    PUBLISHED,
    /** The output folder. */
    OUTPUT,
    /** What a commit's inputs render to. */
    COMMIT,
    /** Nothing: all is new. */
    NOTHING
  }

  /** Why its inputs cannot be had; empty if they are known. */
  public Optional<String> unknownInputs() {
    return Optional.ofNullable(unknown);
  }
}
