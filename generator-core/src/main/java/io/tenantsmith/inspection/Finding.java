package io.tenantsmith.inspection;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;

/**
 * A breach of an output rule.
 *
 * @param place of the value in the object, for instance {@code spec.replicas}; empty for the whole
 * @param fact what is wrong with it
 * @param hint what to do
 */
record Finding(Code code, InspectedObject object, String place, String fact, String hint) {

  /** The diagnostic, at the input that caused it. */
  Diagnostic diagnostic() {
    SourceRange cause = object.reads().causes().get(0).range();
    String where = place.isEmpty() ? "" : " at " + place;
    return Diagnostic.error(code, cause, object.ref().display() + where + ": " + fact)
        .withHint(hint);
  }
}
