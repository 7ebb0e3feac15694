package io.tenantsmith.planning.side;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.DiskWords;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.Request;
import io.tenantsmith.git.InputCommits;
import io.tenantsmith.git.InputHistory;
import io.tenantsmith.surroundings.Surroundings;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The repository of the inputs, if the fleet lies in one.
 *
 * @param here null if it lies in none, or in one that cannot be read
 * @param problem why it cannot be read; null if it can, or if there is none
 */
record InputClone(@Nullable InputCommits here, @Nullable IOException problem)
    implements AutoCloseable {

  static InputClone around(Request request, Surroundings surroundings) {
    try {
      InputCommits commits = InputCommits.around(request.directory(), surroundings).orElse(null);
      return new InputClone(commits, null);
    } catch (IOException e) {
      // What is published can be compared with all the same.
      return new InputClone(null, e);
    }
  }

  Optional<InputCommits> commits() {
    return Optional.ofNullable(here);
  }

  /** Whether older commits are missing. */
  boolean isShallow() {
    try {
      return here != null && here.isShallow();
    } catch (IOException e) {
      return false;
    }
  }

  /** Why there are no commits. */
  String absence() {
    return problem == null
        ? "the fleet lies in no Git repository"
        : Code.PUB710.title() + ": " + DiskWords.withPlace(problem);
  }

  /** That a repository is there and cannot be read; empty if that is not the matter. */
  Optional<Diagnostic> unreadable() {
    return Optional.ofNullable(problem)
        .map(
            cause ->
                Diagnostic.error(Code.PUB710, SourceRange.ofFile(".git"), absence())
                    .withHint(InputHistory.REPAIR));
  }

  @Override
  public void close() {
    if (here != null) {
      here.close();
    }
  }
}
