package io.tenantsmith.objects;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares two versions of one object, field by field, so that the changes made to the older one
 * give the newer one exactly.
 *
 * <p>A step of a path is a key or an item of a list. Where the API tells items apart by keys, it is
 * {@code [name=wordpress]}, and {@code [=x]} in a set: what is new comes behind what stays, and a
 * change of {@linkplain FieldChange#isOrder() order} follows where that is not how the newer list
 * stands. Else it is {@code [2]}: the index in the newer list for an item that is new, the index in
 * the older one for an item that changes or goes; what stays fills the places between the new ones.
 */
public final class ObjectDiff {

  private final ItemNames names;
  private final List<FieldChange> found = new ArrayList<>();
  private final List<String> path = new ArrayList<>();

  private ObjectDiff(ItemNames names) {
    this.names = names;
  }

  /** How items of lists are told apart. */
  public interface ItemNames {

    /**
     * The items by their steps; empty if their position tells them apart.
     *
     * @param field the key of the list
     */
    Optional<Map<String, Object>> of(String field, List<?> items);
  }

  /**
   * The differences in the order of the fields; a field that is new or gone is one change with all
   * that is in it.
   *
   * @param kind the kind of both versions
   */
  public static List<FieldChange> between(
      String kind, Map<String, ?> before, Map<String, ?> after) {
    return between((field, items) -> ItemKeys.named(kind, field, items), before, after);
  }

  /** The differences between two trees whose items have names of their own. */
  public static List<FieldChange> between(
      ItemNames names, Map<String, ?> before, Map<String, ?> after) {
    ObjectDiff diff = new ObjectDiff(names);
    diff.compareEach(before, after);
    return diff.found;
  }

  private void compare(String field, @Nullable Object before, @Nullable Object after) {
    if (Trees.same(before, after)) {
      return;
    }
    if (before instanceof Map<?, ?> a && after instanceof Map<?, ?> b) {
      compareEach(a, b);
    } else if (before instanceof List<?> a && after instanceof List<?> b) {
      compareItems(field, a, b);
    } else {
      found.add(new FieldChange(path, before, after));
    }
  }

  private void compareEach(Map<?, ?> before, Map<?, ?> after) {
    for (Object step : steps(before.keySet(), after.keySet())) {
      compareBelow((String) step, before.get(step), after.get(step));
    }
  }

  private void compareBelow(String step, @Nullable Object before, @Nullable Object after) {
    path.add(step);
    compare(step, before, after);
    path.remove(path.size() - 1);
  }

  private void compareItems(String field, List<?> before, List<?> after) {
    Map<String, Object> old = names.of(field, before).orElse(null);
    Map<String, Object> now = names.of(field, after).orElse(null);
    if (old == null || now == null) {
      comparePositions(before, after);
      return;
    }
    compareEach(old, now);
    Set<Object> merged = steps(old.keySet(), now.keySet());
    merged.retainAll(now.keySet());
    List<Object> order = List.copyOf(now.keySet());
    if (!order.equals(List.copyOf(merged))) {
      found.add(new FieldChange(path, List.copyOf(old.keySet()), order, true));
    }
  }

  private static Set<Object> steps(Set<?> before, Set<?> after) {
    Set<Object> steps = new LinkedHashSet<>(before);
    steps.addAll(after);
    return steps;
  }

  private void comparePositions(List<?> before, List<?> after) {
    List<Object> old = new ArrayList<>(before);
    List<Object> now = new ArrayList<>(after);
    Alignment alignment = Alignment.of(old, now, Trees::same);
    for (Alignment.Gap gap : alignment.gaps(old.size(), now.size())) {
      compareGap(gap, old, now);
    }
  }

  /** Items that have become others, in order; the rest is gone or new. */
  private void compareGap(Alignment.Gap gap, List<Object> before, List<Object> after) {
    boolean pairs = gap.to() - gap.from() == gap.newTo() - gap.newFrom();
    int next = gap.newFrom();
    for (int i = gap.from(); i < gap.to(); i++) {
      int counterpart = next;
      while (!pairs
          && counterpart < gap.newTo()
          && !isVersion(before.get(i), after.get(counterpart))) {
        counterpart++;
      }
      if (counterpart == gap.newTo()) {
        compareBelow("[" + i + "]", before.get(i), null);
      } else {
        addAll(next, counterpart, after);
        compareBelow("[" + i + "]", before.get(i), after.get(counterpart));
        next = counterpart + 1;
      }
    }
    addAll(next, gap.newTo(), after);
  }

  private void addAll(int from, int to, List<Object> after) {
    for (int i = from; i < to; i++) {
      compareBelow("[" + i + "]", null, after.get(i));
    }
  }

  /** Whether two items have most of their fields in common. */
  private static boolean isVersion(Object before, Object after) {
    if (!(before instanceof Map<?, ?> old) || !(after instanceof Map<?, ?> now)) {
      return false;
    }
    long common =
        old.entrySet().stream()
            .filter(entry -> Trees.same(entry.getValue(), now.get(entry.getKey())))
            .count();
    return 2 * common >= Math.max(old.size(), now.size());
  }
}
