package io.tenantsmith.harness;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Edits a tree as RFC 6902 says, as far as cases need it: add, replace and remove. */
public final class Edits {

  private Edits() {}

  /** Makes all edits of a list in YAML. */
  public static void apply(Map<String, Object> tree, String yaml) {
    Object edits = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    for (Object edit : (List<?>) edits) {
      one(tree, (Map<?, ?>) edit);
    }
  }

  private static void one(Map<String, Object> tree, Map<?, ?> edit) {
    String path = String.valueOf(edit.get("path"));
    String above = path.substring(0, path.lastIndexOf('/'));
    Object holder = tree;
    for (String step : above.isEmpty() ? List.<String>of() : steps(above)) {
      holder = below(holder, step);
    }
    String last = steps(path.substring(above.length())).get(0);
    put(holder, last, String.valueOf(edit.get("op")), edit.get("value"));
  }

  private static List<String> steps(String path) {
    return List.of(path.substring(1).split("/", -1)).stream()
        .map(step -> step.replace("~1", "/").replace("~0", "~"))
        .toList();
  }

  private static Object below(Object holder, String step) {
    Object found =
        holder instanceof List<?> list
            ? list.get(Integer.parseInt(step))
            : ((Map<?, ?>) holder).get(step);
    if (found == null) {
      throw new AssertionError("nothing at " + step);
    }
    return found;
  }

  @SuppressWarnings("unchecked")
  private static void put(Object holder, String step, String op, @Nullable Object value) {
    if (holder instanceof List<?>) {
      List<Object> list = (List<Object>) holder;
      int index = step.equals("-") ? list.size() : Integer.parseInt(step);
      if (!op.equals("add")) {
        list.remove(index);
      }
      if (value != null) {
        list.add(index, value);
      }
      return;
    }
    Map<String, Object> map = (Map<String, Object>) holder;
    Object before = map.remove(step);
    if (before == null && !op.equals("add")) {
      throw new AssertionError("nothing at " + step);
    }
    if (value != null) {
      map.put(step, value);
    }
  }
}
