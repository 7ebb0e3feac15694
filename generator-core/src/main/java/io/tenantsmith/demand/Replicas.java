package io.tenantsmith.demand;

import io.tenantsmith.objects.Node;
import java.util.List;

/** How many pods a Deployment has at its peak. */
final class Replicas {

  private static final String DEFAULT = "25%";

  private Replicas() {}

  /**
   * The maximum of its autoscaler. While pods are replaced one by one there are more: new ones that
   * start already and old ones that still stop, for which a Deployment does not wait.
   */
  static int ofDeployment(ObjectValues deployment, List<ObjectValues> objects) {
    int max = deployment.spec().get("replicas").numberOr(1);
    if (max == 0) {
      // An autoscaler leaves it alone.
      return 0;
    }
    for (ObjectValues object : objects) {
      if (object.kind().equals("HorizontalPodAutoscaler") && scales(object, deployment)) {
        max = object.spec().get("maxReplicas").numberOr(max);
      }
    }
    Node strategy = deployment.spec().get("strategy");
    if (strategy.get("type").is("Recreate")) {
      return max;
    }
    Node rolling = strategy.get("rollingUpdate");
    int surge = share(rolling.get("maxSurge"), max, 99);
    int missing = share(rolling.get("maxUnavailable"), max, 0);
    return max + surge + Math.max(1, Math.max(surge, missing));
  }

  private static boolean scales(ObjectValues scaler, ObjectValues deployment) {
    Node target = scaler.spec().get("scaleTargetRef");
    return scaler.namespace().equals(deployment.namespace())
        && target.get("kind").is("Deployment")
        && target.get("name").is(deployment.name());
  }

  /** A number, or a percentage that Kubernetes rounds up for the surge, else down. */
  private static int share(Node node, int of, int rounding) {
    if (node.value() instanceof Number number) {
      return number.intValue();
    }
    String text = node.textOr(DEFAULT);
    String digits = text.endsWith("%") ? text.substring(0, text.length() - 1) : "0";
    return digits.matches("[0-9]{1,4}") ? (Integer.parseInt(digits) * of + rounding) / 100 : 0;
  }
}
