package io.tenantsmith.patch;

import io.tenantsmith.diagnostic.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JSON pointer (RFC 6901) below the root.
 *
 * @param text as written
 * @param parents the way to what holds the last step
 */
record JsonPointer(String text, List<String> parents, String last) {

  private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,5}");
  private static final Pattern BROKEN_ESCAPE = Pattern.compile("~(?![01])");

  JsonPointer {
    parents = List.copyOf(parents);
  }

  static JsonPointer of(@Nullable Object written) throws PatchRefused {
    if (!(written instanceof String text)
        || !text.startsWith("/")
        || BROKEN_ESCAPE.matcher(text).find()) {
      throw new PatchRefused("an operation without a path that begins with \"/\"");
    }
    List<String> steps = new ArrayList<>();
    for (String step : text.substring(1).split("/", -1)) {
      steps.add(step.replace("~1", "/").replace("~0", "~"));
    }
    return new JsonPointer(text, steps.subList(0, steps.size() - 1), steps.get(steps.size() - 1));
  }

  /** Whether the other place is this one or lies below it. */
  boolean holds(JsonPointer other) {
    return (other.text + "/").startsWith(text + "/");
  }

  /** The map or list that holds the last step. */
  Object holder(Map<String, @Nullable Object> root) throws PatchRefused {
    Object at = root;
    for (String step : parents) {
      at = child(at, step);
    }
    if (at instanceof Map<?, ?> || at instanceof List<?>) {
      return at;
    }
    throw missing();
  }

  /** What stands there. */
  @Nullable Object value(Map<String, @Nullable Object> root) throws PatchRefused {
    Object holder = holder(root);
    if (holder instanceof Map<?, ?> map) {
      if (!map.containsKey(last)) {
        throw missing();
      }
      return map.get(last);
    }
    return Trees.list(holder).get(index(last, Trees.list(holder).size()));
  }

  /** The index, below a limit. */
  int index(String step, int limit) throws PatchRefused {
    if (!INDEX.matcher(step).matches() || Integer.parseInt(step) >= limit) {
      throw new PatchRefused(
          "there is no item " + Quoted.quote(step) + " for " + Quoted.quote(text));
    }
    return Integer.parseInt(step);
  }

  PatchRefused missing() {
    return new PatchRefused("there is no " + Quoted.quote(text));
  }

  private Object child(Object at, String step) throws PatchRefused {
    Object child = null;
    if (at instanceof Map<?, ?> map) {
      child = map.get(step);
    } else if (at instanceof List<?> list) {
      child = list.get(index(step, list.size()));
    }
    if (child == null) {
      throw missing();
    }
    return child;
  }
}
