package io.tenantsmith.demand;

import io.tenantsmith.objects.Node;
import java.util.List;
import java.util.Map;

/**
 * The pods that an object creates, itself or through its operator.
 *
 * @param source the object that states them
 * @param spec spec of a pod, or the part from which the operator makes it
 * @param security the pods' security context
 * @param form who makes pods from it
 * @param peak maximum number at the same time
 * @param labels labels by which a selector can find them; never changed
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

  /** Who makes pods from an object. */
  public enum Form {
    /** Kubernetes: all of a pod is stated. */
    TEMPLATE,
    /** An operator, which takes over the stated security context. */
    OPERATOR,
    /** An operator, which takes the security context of another pod. */
    BORROWED
  }

  /**
   * One container.
   *
   * @param init whether it is an init container, which ends before the others start
   */
  public record Container(String name, Node node, boolean init) {}
}
