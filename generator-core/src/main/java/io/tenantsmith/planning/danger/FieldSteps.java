package io.tenantsmith.planning.danger;

import io.tenantsmith.objects.MergeKeys;
import io.tenantsmith.objects.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Paths to fields as {@link io.tenantsmith.objects.ObjectDiff} writes them. */
final class FieldSteps {

  private FieldSteps() {}

  /**
   * The steps to a place; they end at the first list that does not merge, since such a list is one
   * value.
   */
  static List<String> to(String kind, Node place) {
    Deque<Node> chain = new ArrayDeque<>();
    for (Node at = place; at.parent() != null; at = at.parent()) {
      chain.addFirst(at);
    }
    List<String> steps = new ArrayList<>();
    for (Node node : chain) {
      if (!node.isItem()) {
        steps.add(node.step().toString());
        continue;
      }
      Optional<List<String>> keys = MergeKeys.of(kind, node.key());
      if (keys.isEmpty()) {
        break;
      }
      steps.add(item(keys.get(), node));
    }
    return steps;
  }

  private static String item(List<String> keys, Node item) {
    return keys.stream()
        .filter(key -> !item.get(key).isMissing())
        .map(key -> key + "=" + item.get(key).value())
        .collect(Collectors.joining(",", "[", "]"));
  }
}
