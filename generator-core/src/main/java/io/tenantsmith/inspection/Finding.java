package io.tenantsmith.inspection;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.objects.Node;
import io.tenantsmith.render.KubernetesObject;

/**
 * What an output rule finds wrong in an object.
 *
 * @param place place of the value in the object, for instance {@code spec.replicas}
 * @param fact what is wrong with it
 * @param hint what to do
 */
record Finding(Code code, KubernetesObject object, Node place, String fact, String hint) {

  /** A finding at one place of an object. */
  static Finding of(ObjectValues object, Code code, Node place, String fact, String hint) {
    return new Finding(code, object.object(), place, fact, hint);
  }

  /** The diagnostic, at the input that caused it. */
  Diagnostic diagnostic(SourceRange cause) {
    String where = place.parent() == null ? "" : " at " + place.path();
    return Diagnostic.error(code, cause, object.ref().display() + where + ": " + fact)
        .withHint(hint);
  }
}
