package io.tenantsmith.planning;

import io.tenantsmith.objects.ItemKeys;
import io.tenantsmith.objects.Trees;
import io.tenantsmith.plan.ValueChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the newer object of the older one and a plan's changes, as anybody could who has only the
 * plan: written from the description of its paths, not from the code that compares.
 *
 * @param kind the kind of the object
 */
public record ChangeApplication(String kind) {

  /** One change below a node. */
  private record Edit(
      List<String> path, @Nullable Object before, @Nullable Object after, boolean isOrder) {

    Edit below() {
      return new Edit(path.subList(1, path.size()), before, after, isOrder);
    }
  }

  /** The object after these changes; null if it is gone. */
  public @Nullable Object after(@Nullable Object object, List<ValueChange> changes) {
    List<Edit> edits = new ArrayList<>();
    for (ValueChange change : changes) {
      boolean isOrder = change.form() == ValueChange.Form.ORDER;
      edits.add(new Edit(change.path(), change.before(), change.after(), isOrder));
    }
    return edited("", object, edits);
  }

  private @Nullable Object edited(String field, @Nullable Object node, List<Edit> edits) {
    List<Edit> own = edits.stream().filter(edit -> edit.path().isEmpty()).toList();
    if (!own.isEmpty() && !own.get(0).isOrder()) {
      if (own.size() > 1 || edits.size() > 1) {
        throw new AssertionError("a value that is replaced has other changes: " + edits);
      }
      return own.get(0).after();
    }
    Map<String, List<Edit>> below = new LinkedHashMap<>();
    edits.stream()
        .filter(edit -> !edit.path().isEmpty())
        .forEach(
            e -> below.computeIfAbsent(e.path().get(0), k -> new ArrayList<>()).add(e.below()));
    if (node instanceof Map<?, ?> map) {
      Map<String, Object> entries = new LinkedHashMap<>();
      map.forEach((key, value) -> entries.put((String) key, value));
      return entries(entries, below);
    }
    List<?> list = (List<?>) node;
    Map<String, Object> named = ItemKeys.named(kind, field, list).orElse(null);
    boolean isNamed =
        below.isEmpty() ? !own.isEmpty() : !below.keySet().iterator().next().matches("\\[[0-9]+]");
    if (!isNamed) {
      return positions(list, below);
    }
    Map<String, Object> entries = entries(named, below);
    if (!own.isEmpty()) {
      List<Object> ordered = new ArrayList<>();
      ((List<?>) own.get(0).after()).forEach(step -> ordered.add(entries.get(step)));
      return ordered;
    }
    return new ArrayList<>(entries.values());
  }

  private Map<String, Object> entries(Map<String, Object> entries, Map<String, List<Edit>> below) {
    below.forEach(
        (step, edits) -> {
          Object now = edited(step, entries.get(step), edits);
          if (now == null) {
            entries.remove(step);
          } else {
            entries.put(step, now);
          }
        });
    return entries;
  }

  private List<Object> positions(List<?> list, Map<String, List<Edit>> below) {
    Map<Integer, Object> added = new TreeMap<>();
    Map<Integer, List<Edit>> changed = new TreeMap<>();
    below.forEach(
        (step, edits) -> {
          int index = Integer.parseInt(step.substring(1, step.length() - 1));
          for (Edit edit : edits) {
            if (edit.path().isEmpty() && edit.before() == null) {
              added.put(index, edit.after());
            } else {
              changed.computeIfAbsent(index, i -> new ArrayList<>()).add(edit);
            }
          }
        });
    List<Object> stays = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      Object item = changed.containsKey(i) ? edited("", list.get(i), changed.get(i)) : list.get(i);
      if (item != null) {
        stays.add(item);
      }
    }
    added.forEach(stays::add);
    return stays;
  }

  /** Whether the changes make one object of the other. */
  public boolean makes(@Nullable Object before, List<ValueChange> changes, @Nullable Object after) {
    return Trees.same(after(Trees.copy(before), changes), after);
  }
}
