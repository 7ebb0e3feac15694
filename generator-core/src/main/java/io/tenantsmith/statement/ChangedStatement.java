package io.tenantsmith.statement;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.Sourced;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A statement that says something else than before.
 *
 * @param before what it said, with its place; null if it was not there
 * @param after what it says, with its place; null if it is not there any more
 */
public record ChangedStatement(
    Statement statement, @Nullable Sourced<?> before, @Nullable Sourced<?> after) {

  /** The place to look at: where it is now, or was. */
  public SourceRange place() {
    return Objects.requireNonNull(after == null ? before : after).range();
  }
}
