package io.tenantsmith.planning.danger;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.demand.Pod;
import io.tenantsmith.objects.Node;
import io.tenantsmith.plan.Danger;
import io.tenantsmith.plan.DangerKind;
import io.tenantsmith.planning.danger.NetworkRules.Allowance;
import io.tenantsmith.planning.danger.PodPairs.PodPair;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * More connections are let through than before, from or to pods that were there: judged by all
 * policies of a pod together, so that rules that move from one policy to another are no danger. A
 * policy that isolates pods and goes opens them.
 */
final class NetOpened implements DangerRule {

  /** Pods, with their labels in both states. */
  private record Isolated(String namespace, Map<?, ?> old, Map<?, ?> now) {}

  @Override
  public void find(Comparison comparison, Consumer<Danger> report) {
    NetworkRules before = NetworkRules.of(comparison.before());
    NetworkRules after = NetworkRules.of(comparison.after());
    Set<Danger> found = new LinkedHashSet<>();
    for (Isolated pods : isolated(comparison, before)) {
      if (!comparison.losesNamespace(pods.namespace())) {
        for (boolean ingress : new boolean[] {true, false}) {
          new Direction(comparison, before, after, ingress).compare(pods, found::add);
        }
      }
    }
    found.forEach(report);
  }

  /** Pods that are rendered, and what a policy selects though it is rendered elsewhere. */
  private static List<Isolated> isolated(Comparison comparison, NetworkRules before) {
    List<Isolated> isolated = new ArrayList<>();
    for (PodPair pods : comparison.pods().all()) {
      pods.old()
          .filter(pod -> !pod.labels().isEmpty())
          .ifPresent(old -> isolated.add(isolated(old, pods)));
    }
    for (ObjectValues policy : before.policies()) {
      Map<?, ?> labels = policy.spec().at("podSelector", "matchLabels").map();
      boolean known =
          isolated.stream()
              .anyMatch(
                  pods ->
                      pods.namespace().equals(policy.namespace())
                          && pods.old().entrySet().containsAll(labels.entrySet()));
      if (!known || labels.isEmpty()) {
        isolated.add(new Isolated(policy.namespace(), labels, labels));
      }
    }
    return isolated;
  }

  private static Isolated isolated(Pod old, PodPair pods) {
    return new Isolated(pods.namespace(), old.labels(), pods.now().labels());
  }

  /** Compares one direction. */
  private record Direction(
      Comparison comparison, NetworkRules before, NetworkRules after, boolean ingress) {

    void compare(Isolated pods, Consumer<Danger> report) {
      List<ObjectValues> old = before.isolating(pods.namespace(), pods.old(), ingress);
      List<ObjectValues> now = after.isolating(pods.namespace(), pods.now(), ingress);
      if (old.isEmpty()) {
        return;
      }
      if (now.isEmpty()) {
        open(old.get(0), report);
        return;
      }
      List<Allowance> former = NetworkRules.allowances(old, ingress);
      for (Allowance allowance : NetworkRules.allowances(now, ingress)) {
        if (former.stream().noneMatch(a -> a.endpoint().covers(allowance.endpoint()))) {
          String text = way() + allowance.endpoint().display() + " is let through";
          report.accept(
              comparison
                  .pair(allowance.policy())
                  .danger(DangerKind.NET_OPENED, allowance.rule(), text));
        }
      }
    }

    private void open(ObjectValues policy, Consumer<Danger> report) {
      Node selector = policy.spec().at("podSelector", "matchLabels");
      String pods = selector.map().isEmpty() ? "pods that no other policy selects" : "its pods";
      String text = "nothing isolates " + pods + " any more: " + way() + "everybody is let through";
      report.accept(comparison.pair(policy).danger(DangerKind.NET_OPENED, text));
    }

    private String way() {
      return ingress ? "from " : "to ";
    }
  }
}
