package io.tenantsmith.planning.difference;

import io.tenantsmith.plan.Fate;
import io.tenantsmith.plan.ObjectName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One object in both trees, or in one of them.
 *
 * @param file path of its file below the tree's root, in the newer tree if it is there
 * @param before its tree in the base; null if it is new
 * @param after its tree now; null if it is gone; never null where {@code before} is
 */
public record MatchedObject(
    ObjectName name,
    String file,
    @Nullable Map<String, Object> before,
    @Nullable Map<String, Object> after) {

  /** What becomes of it, given that something does. */
  public Fate fate() {
    if (before == null) {
      return Fate.ADDED;
    }
    return after == null ? Fate.REMOVED : Fate.CHANGED;
  }
}
