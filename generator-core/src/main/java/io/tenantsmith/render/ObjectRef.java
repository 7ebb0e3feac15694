package io.tenantsmith.render;

/**
 * The identity of a Kubernetes object.
 *
 * @param apiVersion group and version, for instance {@code apps/v1}
 * @param namespace empty for a cluster-scoped object
 */
public record ObjectRef(String apiVersion, String kind, String namespace, String name) {

  /** The group: versions of one kind are one object. */
  public String group() {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  /** For messages: {@code Deployment tenant-acme/wordpress}. */
  public String display() {
    return kind + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
  }
}
