package io.tenantsmith.demand;

import io.tenantsmith.objects.Node;
import io.tenantsmith.render.KubernetesObject;

/**
 * An object with access to its values.
 *
 * @param root the whole object as a node
 */
public record ObjectValues(KubernetesObject object, Node root) {

  /** The values of an object. */
  public static ObjectValues of(KubernetesObject object) {
    return new ObjectValues(object, Node.of(object.tree()));
  }

  /** Its kind. */
  public String kind() {
    return object.kind();
  }

  /** Its namespace; empty if it has none. */
  public String namespace() {
    return object.namespace();
  }

  /** Its name. */
  public String name() {
    return object.ref().name();
  }

  /** Its spec. */
  public Node spec() {
    return root.get("spec");
  }
}
