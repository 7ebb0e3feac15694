package io.tenantsmith.inspection;

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
}
