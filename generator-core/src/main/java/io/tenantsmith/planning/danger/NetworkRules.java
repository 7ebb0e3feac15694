package io.tenantsmith.planning.danger;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.objects.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The network policies of one state.
 *
 * @param policies all NetworkPolicies
 */
record NetworkRules(List<ObjectValues> policies) {

  NetworkRules {
    policies = List.copyOf(policies);
  }

  static NetworkRules of(List<ObjectValues> objects) {
    return new NetworkRules(
        objects.stream().filter(object -> object.kind().equals("NetworkPolicy")).toList());
  }

  /** One allowance, and the policy that gives it. */
  record Allowance(ObjectValues policy, Endpoint endpoint) {}

  /** The policies that isolate pods with these labels in one direction. */
  List<ObjectValues> isolating(String namespace, Map<?, ?> labels, boolean ingress) {
    return policies.stream()
        .filter(policy -> policy.namespace().equals(namespace))
        .filter(policy -> isAbout(policy, ingress))
        .filter(policy -> selects(policy.spec().get("podSelector"), labels))
        .toList();
  }

  /** What these policies let through. */
  static List<Allowance> allowances(List<ObjectValues> policies, boolean ingress) {
    List<Allowance> allowances = new ArrayList<>();
    for (ObjectValues policy : policies) {
      for (Node rule : policy.spec().get(ingress ? "ingress" : "egress").items()) {
        Endpoint.of(rule, ingress)
            .forEach(endpoint -> allowances.add(new Allowance(policy, endpoint)));
      }
    }
    return allowances;
  }

  /** Whether a policy is about a direction; about the way in, where it does not say. */
  private static boolean isAbout(ObjectValues policy, boolean ingress) {
    List<Node> types = policy.spec().get("policyTypes").items();
    return types.isEmpty()
        ? ingress || !policy.spec().get("egress").isMissing()
        : types.stream().anyMatch(type -> type.is(ingress ? "Ingress" : "Egress"));
  }

  private static boolean selects(Node selector, Map<?, ?> labels) {
    for (Node label : selector.get("matchLabels").entries()) {
      if (!label.is(String.valueOf(labels.get(label.step())))) {
        return false;
      }
    }
    return selector.get("matchExpressions").items().stream().allMatch(e -> holds(e, labels));
  }

  private static boolean holds(Node expression, Map<?, ?> labels) {
    Object own = labels.get(expression.get("key").text());
    boolean listed =
        own != null && expression.get("values").items().stream().anyMatch(value -> value.is(own));
    return switch (expression.get("operator").text()) {
      case "In" -> listed;
      case "NotIn" -> !listed;
      case "Exists" -> own != null;
      case "DoesNotExist" -> own == null;
      default -> false;
    };
  }
}
