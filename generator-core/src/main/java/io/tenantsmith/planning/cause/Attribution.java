package io.tenantsmith.planning.cause;

import io.tenantsmith.planning.difference.TreeFile;
import io.tenantsmith.statement.ChangedStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which statements moved which field, found by undoing them. A statement is a cause of a field if
 * the field would be something else without it. Where that names nobody, or not all, the fewest
 * statements are added without which the field would be as in the base: two that do the same are
 * both named, since undoing one of them is not enough.
 */
final class Attribution {

  private final Mixes mixes;
  private final List<ChangedStatement> candidates;
  private final List<TreeFile> base;
  private final List<TreeFile> now;
  private final Map<Set<ChangedStatement>, Optional<Moved>> fromNow = new HashMap<>();
  private final Map<Set<ChangedStatement>, Optional<Moved>> fromBase = new HashMap<>();

  /**
   * An attribution.
   *
   * @param candidates the statements that move a value, the closest one first
   * @param base what the inputs of the base render to
   * @param now what the inputs render to now
   */
  Attribution(
      Mixes mixes, List<ChangedStatement> candidates, List<TreeFile> base, List<TreeFile> now) {
    this.mixes = mixes;
    this.candidates = List.copyOf(candidates);
    this.base = List.copyOf(base);
    this.now = List.copyOf(now);
  }

  /** The statements that moved a field, in the order of the candidates. */
  List<ChangedStatement> movers(FieldId field) {
    if (candidates.size() < 2 || !mixes.mayRender()) {
      return candidates;
    }
    Set<ChangedStatement> needed = new LinkedHashSet<>();
    for (ChangedStatement each : candidates) {
      if (isMoved(field, each)) {
        needed.add(each);
      }
    }
    return inOrder(isUndone(field, needed) ? needed : fewest(field, needed));
  }

  private boolean isMoved(FieldId field, ChangedStatement without) {
    return fromNow
        .computeIfAbsent(
            Set.of(without),
            undone -> mixes.without(undone).map(files -> Moved.between(files, now)))
        .map(moved -> moved.touches(field))
        .orElse(false);
  }

  private boolean isUndone(FieldId field, Set<ChangedStatement> without) {
    return !without.isEmpty()
        && fromBase
            .computeIfAbsent(
                Set.copyOf(without),
                undone -> mixes.without(undone).map(files -> Moved.between(base, files)))
            .map(moved -> !moved.touches(field))
            .orElse(false);
  }

  /** All of them without those that are not needed, the farthest first. */
  private Set<ChangedStatement> fewest(FieldId field, Set<ChangedStatement> needed) {
    Set<ChangedStatement> fewest = new LinkedHashSet<>(candidates);
    List<ChangedStatement> others = new ArrayList<>(candidates);
    others.removeAll(needed);
    for (int i = others.size() - 1; i >= 0 && mixes.mayRender(); i--) {
      fewest.remove(others.get(i));
      if (!isUndone(field, fewest)) {
        fewest.add(others.get(i));
      }
    }
    return fewest;
  }

  private List<ChangedStatement> inOrder(Set<ChangedStatement> some) {
    return candidates.stream().filter(some::contains).toList();
  }
}
