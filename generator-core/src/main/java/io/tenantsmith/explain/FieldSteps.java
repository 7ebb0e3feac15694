package io.tenantsmith.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A path as people write it: {@code spec.containers[wordpress].ports[0]}, a key with dots in
 * brackets and quotes, an item by its index, its name or its merge keys; or a JSON pointer.
 */
final class FieldSteps {

  private FieldSteps() {}

  /**
   * One part of a path.
   *
   * @param bracket whether it stood in brackets, where a dot does not separate
   * @param quoted whether it is a key, whatever it looks like
   */
  record Step(String text, boolean bracket, boolean quoted) {}

  /** The parts of a path; empty if it is no path. */
  static Optional<List<Step>> of(String path) {
    if (path.startsWith("/")) {
      return Optional.of(
          List.of(path.substring(1).split("/", -1)).stream()
              .map(step -> step.replace("~1", "/").replace("~0", "~"))
              .map(step -> new Step(step, true, false))
              .toList());
    }
    return new Scan(path).steps();
  }

  private static final class Scan {
    private final String path;
    private final List<Step> steps = new ArrayList<>();
    private int at;

    Scan(String path) {
      this.path = path;
    }

    Optional<List<Step>> steps() {
      while (at < path.length()) {
        boolean right = path.charAt(at) == '[' ? bracket() : name();
        if (!right) {
          return Optional.empty();
        }
      }
      return steps.isEmpty() || path.endsWith(".") ? Optional.empty() : Optional.of(steps);
    }

    private boolean name() {
      if (path.charAt(at) == '.') {
        at++;
        if (steps.isEmpty()) {
          return false;
        }
      } else if (!steps.isEmpty()) {
        return false;
      }
      int end = at;
      while (end < path.length() && ".[".indexOf(path.charAt(end)) < 0) {
        end++;
      }
      steps.add(new Step(path.substring(at, end), false, false));
      boolean right = end > at && path.substring(at, end).indexOf(']') < 0;
      at = end;
      return right;
    }

    private boolean bracket() {
      boolean quoted = path.startsWith("[\"", at);
      int from = at + (quoted ? 2 : 1);
      int end = path.indexOf(quoted ? "\"]" : "]", from);
      if (end <= from) {
        return false;
      }
      steps.add(new Step(path.substring(from, end), true, quoted));
      at = end + (quoted ? 2 : 1);
      return true;
    }
  }
}
