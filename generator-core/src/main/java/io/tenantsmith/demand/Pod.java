package io.tenantsmith.demand;

import io.tenantsmith.objects.Node;
import java.util.List;
import java.util.Map;

/**
 * Pods that an object brings about, itself or by its operator.
 *
 * @param source what states them
 * @param spec of a pod, or what its operator makes one of
 * @param security the pods' security context
 * @param form who makes a pod of it
 * @param peak how many there are at the same time, at most
 * @param labels those that a selector can find them by; never changed
 */
public record Pod(
    ObjectValues source,
    Node spec,
    Node security,
    Form form,
    int peak,
    Map<?, ?> labels,
    List<Container> containers) {

  public Pod {
    containers = List.copyOf(containers);
  }

  /** Who makes a pod of it. */
  public enum Form {
    /** Kubernetes: all of a pod is stated. */
    TEMPLATE,
    /** An operator, which takes over what is stated of security. */
    OPERATOR,
    /** An operator, which takes security from another pod. */
    BORROWED
  }

  /**
   * One container.
   *
   * @param first whether it ends before the others start
   */
  public record Container(String name, Node node, boolean first) {}
}
