package io.tenantsmith.inspection;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.objects.Node;

/** A place of an object that some rule looks at. */
record Place(ObjectValues object, Node node) {

  /** A finding at this place. */
  Finding finding(Code code, String fact, String hint) {
    return Finding.of(object, code, node, fact, hint);
  }

  /** A finding at a place below or beside it. */
  Finding finding(Code code, Node place, String fact, String hint) {
    return Finding.of(object, code, place, fact, hint);
  }
}
