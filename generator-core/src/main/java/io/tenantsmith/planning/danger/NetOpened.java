package io.tenantsmith.planning.danger;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.demand.Pod;
import io.tenantsmith.objects.Node;
import io.tenantsmith.plan.Danger;
import io.tenantsmith.plan.DangerKind;
import io.tenantsmith.planning.danger.NetworkRules.Allowance;
import io.tenantsmith.planning.danger.PodPairs.PodPair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
    if (isUntouched(comparison)) {
      return;
    }
    NetworkRules before = NetworkRules.of(comparison.before());
    NetworkRules after = NetworkRules.of(comparison.after());
    for (boolean ingress : new boolean[] {true, false}) {
      Direction direction = new Direction(comparison, before, after, ingress, new Opened());
      for (Isolated pods : isolated(comparison, before)) {
        if (!comparison.losesNamespace(pods.namespace())) {
          direction.compare(pods);
        }
      }
      direction.tell(report);
    }
  }

  /**
   * What is found in one direction.
   *
   * @param gone policies that isolated pods which nothing isolates any more
   * @param endpoints who is let through, by the policy that does
   */
  private record Opened(Set<ObjectValues> gone, Map<ObjectValues, Set<String>> endpoints) {

    Opened() {
      this(new LinkedHashSet<>(), new LinkedHashMap<>());
    }
  }

  /** Whether policies and labels are what they were, as in nearly every change. */
  private static boolean isUntouched(Comparison comparison) {
    return comparison.pairs("NetworkPolicy").stream().noneMatch(Pair::differs)
        && comparison.pods().all().stream()
            .allMatch(p -> p.old().map(old -> old.labels().equals(p.now().labels())).orElse(true));
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
      Comparison comparison,
      NetworkRules before,
      NetworkRules after,
      boolean ingress,
      Opened opened) {

    void compare(Isolated pods) {
      List<ObjectValues> old = before.isolating(pods.namespace(), pods.old(), ingress);
      List<ObjectValues> now = after.isolating(pods.namespace(), pods.now(), ingress);
      if (old.isEmpty()) {
        return;
      }
      if (now.isEmpty()) {
        opened.gone().add(old.get(0));
        return;
      }
      List<Allowance> former = NetworkRules.allowances(old, ingress);
      for (Allowance allowance : NetworkRules.allowances(now, ingress)) {
        if (former.stream().noneMatch(a -> a.endpoint().covers(allowance.endpoint()))) {
          opened
              .endpoints()
              .computeIfAbsent(allowance.policy(), policy -> new LinkedHashSet<>())
              .add(allowance.endpoint().display());
        }
      }
    }

    void tell(Consumer<Danger> report) {
      opened.gone().forEach(policy -> tellGone(policy, report));
      opened.endpoints().forEach((policy, who) -> tellWho(policy, List.copyOf(who), report));
    }

    private void tellWho(ObjectValues policy, List<String> who, Consumer<Danger> report) {
      String are = who.size() == 1 ? " is" : " are";
      report.accept(
          comparison
              .pair(policy)
              .danger(
                  DangerKind.NET_OPENED,
                  List.of("spec", ingress ? "ingress" : "egress"),
                  way() + Cuts.text(who) + are + " let through"));
    }

    private void tellGone(ObjectValues policy, Consumer<Danger> report) {
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
