package io.tenantsmith.plan;

/**
 * The identity of a Kubernetes object in a plan.
 *
 * @param apiVersion group and version, for instance {@code apps/v1}
 * @param namespace empty for an object of the cluster
 */
public record ObjectName(String apiVersion, String kind, String namespace, String name) {

  /** Kind and name where the namespace is known: {@code Deployment/wordpress}. */
  public String display() {
    return kind + "/" + name;
  }
}
