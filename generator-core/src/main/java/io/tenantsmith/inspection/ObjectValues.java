package io.tenantsmith.inspection;

import io.tenantsmith.diagnostic.Code;
import java.util.ArrayList;
import java.util.List;

/**
 * All values of an object, found in one walk.
 *
 * @param maps those that hold others by name
 * @param texts those that are text
 */
record ObjectValues(InspectedObject object, Node root, List<Node> maps, List<Node> texts) {

  /** Walks through an object. */
  static ObjectValues of(InspectedObject object) {
    List<Node> maps = new ArrayList<>();
    List<Node> texts = new ArrayList<>();
    Node root = Node.of(object.tree());
    root.walk(
        node -> {
          if (node.isMap()) {
            maps.add(node);
          } else if (node.value() instanceof String) {
            texts.add(node);
          }
        });
    return new ObjectValues(object, root, maps, texts);
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
