package io.tenantsmith.explain;

import io.tenantsmith.explain.FieldSteps.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the place in an object that people mean by a path. */
final class FieldSearch {

  private final List<Step> steps;
  private FieldPath deepest;
  private @Nullable Object there;
  private int reached;

  private FieldSearch(List<Step> steps, String kind, Map<String, Object> tree) {
    this.steps = steps;
    this.deepest = new FieldPath(kind, List.of());
    this.there = tree;
  }

  /**
   * What was found.
   *
   * @param path the place; of one that is not there, the deepest that is, with what is left below
   *     it
   * @param known the paths of all that is beside what is missing
   */
  record Found(FieldPath path, boolean there, List<String> known) {}

  /** Looks for a path in an object of that kind. */
  static Found of(List<Step> steps, String kind, Map<String, Object> tree) {
    FieldSearch search = new FieldSearch(steps, kind, tree);
    Optional<FieldPath> path = search.find(search.deepest, tree, 0);
    if (path.isPresent()) {
      return new Found(path.get(), true, List.of());
    }
    FieldPath rest = search.deepest;
    for (Step step : steps.subList(search.reached, steps.size())) {
      rest = rest.then(missing(step));
    }
    return new Found(rest, false, search.known());
  }

  /** A key may hold dots, so several steps may be one. */
  private Optional<FieldPath> find(FieldPath at, Object node, int from) {
    if (from >= reached) {
      reached = from;
      deepest = at;
      there = node;
    }
    if (from == steps.size()) {
      return Optional.of(at);
    }
    StringBuilder joined = new StringBuilder();
    for (int end = from + 1; end <= steps.size(); end++) {
      Step step = steps.get(end - 1);
      joined.append(joined.isEmpty() ? "" : ".").append(step.text());
      FieldPath.Step next = step(at, node, joined.toString(), step);
      Object child = next == null ? null : next.in(node);
      if (next != null && child != null) {
        Optional<FieldPath> found = find(at.then(next), child, end);
        if (found.isPresent()) {
          return found;
        }
      }
      if (step.bracket() || (end < steps.size() && steps.get(end).bracket())) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static FieldPath.@Nullable Step step(
      FieldPath at, Object node, String text, Step written) {
    if (node instanceof Map<?, ?>) {
      return new FieldPath.Named(text);
    }
    if (!(node instanceof List<?>) || written.quoted()) {
      return null;
    }
    if (text.matches("[0-9]{1,6}")) {
      return at.item(node, Integer.parseInt(text));
    }
    SortedMap<String, String> values = values(text);
    return new FieldPath.Item(values);
  }

  /** {@code wordpress}, or {@code name=wordpress}, or {@code containerPort=80,protocol=TCP}. */
  private static SortedMap<String, String> values(String text) {
    SortedMap<String, String> values = new TreeMap<>();
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      values.put(
          equals < 0 ? "name" : part.substring(0, equals),
          equals < 0 ? part : part.substring(equals + 1));
    }
    return values;
  }

  private static FieldPath.Step missing(Step step) {
    return step.bracket() && !step.quoted() && !step.text().startsWith("\"")
        ? new FieldPath.Item(values(step.text()))
        : new FieldPath.Named(step.text());
  }

  /** All fields beside the first one that is missing. */
  private List<String> known() {
    List<String> known = new ArrayList<>();
    if (there instanceof Map<?, ?> map) {
      map.keySet()
          .forEach(key -> known.add(deepest.then(new FieldPath.Named((String) key)).display()));
    } else if (there instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        known.add(deepest.then(deepest.item(list, i)).display());
      }
    }
    return known;
  }
}
