package io.tenantsmith.objects;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JSON pointer (RFC 6901) below the root.
 *
 * @param text the pointer as written
 * @param parents the steps to the map or list that holds the last step
 * @param last the last step
 */
public record JsonPointer(String text, List<String> parents, String last) {

  private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,5}");
  private static final Pattern BROKEN_ESCAPE = Pattern.compile("~(?![01])");

  /** Copies the steps. */
  public JsonPointer {
    parents = List.copyOf(parents);
  }

  /** Reads a pointer; empty if the text is not one, or points to the whole object. */
  public static Optional<JsonPointer> of(String text) {
    if (!text.startsWith("/") || BROKEN_ESCAPE.matcher(text).find()) {
      return Optional.empty();
    }
    List<String> steps = new ArrayList<>();
    for (String step : text.substring(1).split("/", -1)) {
      steps.add(step.replace("~1", "/").replace("~0", "~"));
    }
    int end = steps.size() - 1;
    return Optional.of(new JsonPointer(text, steps.subList(0, end), steps.get(end)));
  }

  /** Whether the other place is this one or below it. */
  public boolean holds(JsonPointer other) {
    return (other.text + "/").startsWith(text + "/");
  }

  /** The map or list that holds the last step; empty if the tree does not have it. */
  public Optional<Object> holder(Map<String, @Nullable Object> root) {
    Object at = root;
    for (String step : parents) {
      at = child(at, step);
    }
    return at instanceof Map<?, ?> || at instanceof List<?> ? Optional.of(at) : Optional.empty();
  }

  /** Whether the tree has the place, even if its value is null. */
  public boolean isIn(Map<String, @Nullable Object> root) {
    Object holder = holder(root).orElse(null);
    return holder instanceof Map<?, ?> map
        ? map.containsKey(last)
        : holder instanceof List<?> list && index(list.size()) >= 0;
  }

  /** The value there; null as well if the tree does not have the place. */
  public @Nullable Object value(Map<String, @Nullable Object> root) {
    return holder(root).map(holder -> child(holder, last)).orElse(null);
  }

  /** The last step as an index below a limit; -1 if it is not one. */
  public int index(int limit) {
    return index(last, limit);
  }

  private static int index(String step, int limit) {
    boolean fits = INDEX.matcher(step).matches() && Integer.parseInt(step) < limit;
    return fits ? Integer.parseInt(step) : -1;
  }

  private static @Nullable Object child(@Nullable Object at, String step) {
    if (at instanceof Map<?, ?> map) {
      return map.get(step);
    }
    if (at instanceof List<?> list) {
      int index = index(step, list.size());
      return index < 0 ? null : list.get(index);
    }
    return null;
  }
}
