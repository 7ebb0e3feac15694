package io.tenantsmith.planning.danger;

import io.tenantsmith.demand.Pod;
import io.tenantsmith.objects.Node;
import io.tenantsmith.plan.Danger;
import io.tenantsmith.plan.DangerKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A container may do more on its node, or its namespace allows more. */
final class Privilege implements DangerRule {

  private static final String ENFORCE = "pod-security.kubernetes.io/enforce";
  private static final List<String> LEVELS = List.of("restricted", "baseline", "privileged");

  @Override
  public void find(Comparison comparison, Consumer<Danger> report) {
    for (Pair namespace : comparison.pairs("Namespace")) {
      if (namespace.isChanged()) {
        level(namespace, report);
      }
    }
    for (PodPairs.PodPair pods : comparison.pods().all()) {
      Pair source = comparison.pair(pods.now().source());
      if (pods.now().form() != Pod.Form.BORROWED && source.differs()) {
        pod(pods, source, report);
      }
    }
    for (Pair account : comparison.pairs("ServiceAccount")) {
      Node after = account.after().get("automountServiceAccountToken");
      if (account.isChanged()
          && account.before().get("automountServiceAccountToken").is(false)
          && !after.is(false)) {
        report.accept(
            account.danger(
                DangerKind.PRIVILEGE,
                after,
                "pods of this account hold a token of the API server unless they refuse it"));
      }
    }
  }

  private static void level(Pair namespace, Consumer<Danger> report) {
    Node before = namespace.before().at("metadata", "labels", ENFORCE);
    Node after = namespace.after().at("metadata", "labels", ENFORCE);
    if (rank(after) > rank(before)) {
      report.accept(
          namespace.danger(
              DangerKind.PRIVILEGE, after, "pod security " + word(before) + " -> " + word(after)));
    }
  }

  private static int rank(Node level) {
    int rank = LEVELS.indexOf(level.text());
    return rank < 0 ? LEVELS.size() : rank;
  }

  private static String word(Node level) {
    return level.isMissing() ? "(none)" : level.text();
  }

  private static void pod(PodPairs.PodPair pods, Pair pair, Consumer<Danger> report) {
    Set<String> former =
        pods.old().map(Power::of).orElse(List.of()).stream()
            .map(Power::text)
            .collect(Collectors.toCollection(TreeSet::new));
    List<Power> gained = new ArrayList<>();
    for (Power power : Power.of(pods.now())) {
      boolean counts = pods.old().isPresent() || power.unusual();
      if (counts && former.add(power.text())) {
        gained.add(power);
      }
    }
    gained.forEach(
        power -> report.accept(pair.danger(DangerKind.PRIVILEGE, power.place(), power.text())));
  }
}
