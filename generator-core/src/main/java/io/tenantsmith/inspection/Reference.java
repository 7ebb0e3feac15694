package io.tenantsmith.inspection;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.objects.Node;

/**
 * An object that another one names.
 *
 * @param source the one that names it
 * @param place where it does
 */
record Reference(ObjectValues source, Node place, String kind, String namespace, String name) {

  /** For messages. */
  String display() {
    return kind + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
  }

  /** Whether it reaches into a namespace where it has nothing to do; {@link BoundaryRule} tells. */
  boolean isForeign(TenantOutput output) {
    String stated = place.beside("namespace").text();
    boolean atGateway =
        kind.equals("Gateway") && stated.equals(output.tenant().cluster().gateway().namespace());
    return !stated.isEmpty() && !stated.equals(output.namespace()) && !atGateway;
  }
}
