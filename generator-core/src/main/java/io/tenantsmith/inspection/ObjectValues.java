package io.tenantsmith.inspection;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.objects.Node;

/**
 * An object and the way into it.
 *
 * @param root the whole of it
 */
record ObjectValues(InspectedObject object, Node root) {

  static ObjectValues of(InspectedObject object) {
    return new ObjectValues(object, Node.of(object.tree()));
  }

  String kind() {
    return object.ref().kind();
  }

  String namespace() {
    return object.ref().namespace();
  }

  String name() {
    return object.ref().name();
  }

  Node spec() {
    return root.get("spec");
  }

  /** What is wrong at one of its places. */
  Finding finding(Code code, Node place, String fact, String hint) {
    return new Finding(code, object, place.path(), fact, hint);
  }
}
