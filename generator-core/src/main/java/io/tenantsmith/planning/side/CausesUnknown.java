package io.tenantsmith.planning.side;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.git.InputHistory;

/** That nobody can say why something changes, since the inputs of the base are not here. */
final class CausesUnknown {

  private CausesUnknown() {}

  /**
   * The warning.
   *
   * @param repository where the inputs would be
   */
  static Diagnostic of(SourceRange place, String why, InputClone repository) {
    return Diagnostic.warning(Code.PLN984, place, "what changes is known, but not why: " + why)
        .withHint(hint(repository));
  }

  private static String hint(InputClone repository) {
    if (repository.unreadable().isPresent()) {
      return InputHistory.REPAIR;
    }
    if (repository.commits().isEmpty()) {
      return "keep the fleet in a Git repository: then the inputs of what was rendered can be found";
    }
    return repository.isShallow()
        ? "get the commit of its inputs into this clone; in GitHub Actions fetch-depth: 0 of"
            + " actions/checkout"
        : "get the commit of its inputs into this clone: git fetch; if its branch was forced since,"
            + " what is rendered next has its inputs again";
  }
}
