package io.tenantsmith.planning.side;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;

/** That nobody can say why something changes, since the inputs of the base are not here. */
final class CausesUnknown {

  private CausesUnknown() {}

  static Diagnostic of(SourceRange place, String why) {
    return Diagnostic.warning(Code.PLN984, place, "what changes is known, but not why: " + why)
        .withHint(
            "get the commit of its inputs into this clone; in GitHub Actions fetch-depth: 0 of"
                + " actions/checkout");
  }
}
