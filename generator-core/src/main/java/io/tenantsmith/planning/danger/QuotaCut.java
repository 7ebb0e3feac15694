package io.tenantsmith.planning.danger;

import io.tenantsmith.objects.Amount;
import io.tenantsmith.objects.Node;
import io.tenantsmith.plan.Danger;
import io.tenantsmith.plan.DangerKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A quota of cpu, memory or storage becomes smaller, or the most that one container may have of
 * them. How many objects there may be follows from what is rendered, and is no danger.
 */
final class QuotaCut implements DangerRule {

  @Override
  public void find(Comparison comparison, Consumer<Danger> report) {
    for (Pair pair : comparison.pairs("ResourceQuota")) {
      if (pair.isChanged()) {
        Node hard = pair.after().at("spec", "hard");
        List<String> cuts = new ArrayList<>();
        compare("", pair.before().at("spec", "hard"), hard, cuts);
        report(pair, hard, cuts, report);
      }
    }
    for (Pair pair : comparison.pairs("LimitRange")) {
      if (pair.isChanged()) {
        Node limits = pair.after().at("spec", "limits");
        List<String> cuts = new ArrayList<>();
        for (Node limit : limits.items()) {
          String type = limit.get("type").text();
          Node old = ofType(type, pair.before());
          compare("most of a " + type + ": ", old.get("max"), limit.get("max"), cuts);
        }
        report(pair, limits, cuts, report);
      }
    }
  }

  private static Node ofType(String type, Node range) {
    return range.at("spec", "limits").items().stream()
        .filter(limit -> limit.get("type").is(type))
        .findFirst()
        .orElse(range.get("none"));
  }

  private static boolean isAmount(String resource) {
    return resource.contains("cpu") || resource.contains("memory") || resource.endsWith("storage");
  }

  private static void compare(String what, Node before, Node after, List<String> cuts) {
    for (Node now : after.entries()) {
      if (!isAmount(now.step().toString())) {
        continue;
      }
      Node old = before.get(now.step().toString());
      Amount most = Amount.of(now);
      Amount former = Amount.of(old);
      if (most != null && former != null && most.compareTo(former) < 0) {
        cuts.add(what + now.step() + " " + old.value() + " -> " + now.value());
      } else if (most != null && old.isMissing()) {
        cuts.add(what + now.step() + " unlimited -> " + now.value());
      }
    }
  }

  private static void report(Pair pair, Node place, List<String> cuts, Consumer<Danger> report) {
    if (!cuts.isEmpty()) {
      report.accept(pair.danger(DangerKind.QUOTA_CUT, place, Cuts.text(cuts)));
    }
  }
}
