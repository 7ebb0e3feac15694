package io.tenantsmith.template;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Looks into trees by JSON pointers. */
final class Pointers {

  private Pointers() {}

  /** Whether a tree has a value there. */
  static boolean isIn(Object tree, String pointer) {
    Object value = tree;
    for (String step : steps(pointer)) {
      if (value instanceof Map<?, ?> map && map.containsKey(step)) {
        value = map.get(step);
      } else if (value instanceof List<?> list && !step.equals("-")) {
        value = list.get(Integer.parseInt(step));
      } else {
        return false;
      }
    }
    return true;
  }

  private static List<String> steps(String pointer) {
    return pointer.isEmpty()
        ? List.of()
        : Stream.of(pointer.substring(1).split("/", -1))
            .map(step -> step.replace("~1", "/").replace("~0", "~"))
            .toList();
  }
}
