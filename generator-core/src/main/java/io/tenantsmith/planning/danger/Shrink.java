package io.tenantsmith.planning.danger;

import io.tenantsmith.objects.Amount;
import io.tenantsmith.objects.Node;
import io.tenantsmith.plan.Danger;
import io.tenantsmith.plan.DangerKind;
import java.util.List;
import java.util.function.Consumer;

/** A volume would become smaller. */
final class Shrink implements DangerRule {

  @Override
  public void find(Comparison comparison, Consumer<Danger> report) {
    for (Pair pair : comparison.pairs()) {
      if (pair.isChanged()) {
        List<Node> before = sizes(pair.name().kind(), pair.before().get("spec"));
        List<Node> after = sizes(pair.name().kind(), pair.after().get("spec"));
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
          compare(pair, before.get(i), after.get(i), report);
        }
      }
    }
  }

  private static List<Node> sizes(String kind, Node spec) {
    return switch (kind) {
      case "PersistentVolumeClaim" -> List.of(spec.at("resources", "requests", "storage"));
      case "MariaDB" -> List.of(spec.at("storage", "size"));
      case "StatefulSet" ->
          spec.get("volumeClaimTemplates").items().stream()
              .map(claim -> claim.at("spec", "resources", "requests", "storage"))
              .toList();
      default -> List.of();
    };
  }

  private static void compare(Pair pair, Node before, Node after, Consumer<Danger> report) {
    Amount old = Amount.of(before);
    Amount now = Amount.of(after);
    if (old != null && now != null && now.compareTo(old) < 0) {
      report.accept(
          pair.danger(
              DangerKind.SHRINK,
              after,
              before.value()
                  + " -> "
                  + after.value()
                  + ": a volume only grows, so this is refused"));
    }
  }
}
