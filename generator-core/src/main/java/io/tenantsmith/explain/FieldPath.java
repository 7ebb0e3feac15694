package io.tenantsmith.explain;

import io.tenantsmith.objects.MergeKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A place in objects of one kind, which knows an item of a list by what identifies it: a patch
 * moves items.
 *
 * @param kind the kind of the objects
 * @param steps keys, indexes, and items by what identifies them
 */
record FieldPath(String kind, List<Step> steps) {

  /** Copies the list. */
  FieldPath {
    steps = List.copyOf(steps);
  }

  /** A step of a path. */
  sealed interface Step {

    /** The child there; null if there is none. */
    @Nullable Object in(@Nullable Object node);

    /** The step as a part of a JSON pointer into that node; of a missing item a dash. */
    String pointer(@Nullable Object node);

    /** The step as people read it. */
    String display();
  }

  /** A key of a map. */
  record Named(String key) implements Step {
    @Override
    public @Nullable Object in(@Nullable Object node) {
      return node instanceof Map<?, ?> map ? map.get(key) : null;
    }

    @Override
    public String pointer(@Nullable Object node) {
      return key.replace("~", "~0").replace("/", "~1");
    }

    @Override
    public String display() {
      return key.indexOf('.') >= 0 || key.indexOf('/') >= 0 ? "[\"" + key + "\"]" : "." + key;
    }
  }

  /**
   * An item that only its place identifies.
   *
   * @param index negative for one that is not there
   */
  record Index(int index) implements Step {
    @Override
    public @Nullable Object in(@Nullable Object node) {
      return node instanceof List<?> list && index >= 0 && index < list.size()
          ? list.get(index)
          : null;
    }

    @Override
    public String pointer(@Nullable Object node) {
      return index < 0 ? "-" : String.valueOf(index);
    }

    @Override
    public String display() {
      return index < 0 ? "[-]" : "[" + index + "]";
    }
  }

  /** An item with these values. */
  record Item(SortedMap<String, String> values) implements Step {
    @Override
    public @Nullable Object in(@Nullable Object node) {
      int index = index(node);
      return node instanceof List<?> list && index >= 0 ? list.get(index) : null;
    }

    @Override
    public String pointer(@Nullable Object node) {
      int index = index(node);
      return index < 0 ? "-" : String.valueOf(index);
    }

    @Override
    public String display() {
      String name = values.get("name");
      return name != null && values.size() == 1
          ? "[" + name + "]"
          : values.entrySet().stream()
              .map(each -> each.getKey() + "=" + each.getValue())
              .collect(Collectors.joining(",", "[", "]"));
    }

    private int index(@Nullable Object node) {
      if (node instanceof List<?> list) {
        for (int i = 0; i < list.size(); i++) {
          if (list.get(i) instanceof Map<?, ?> map && matches(map)) {
            return i;
          }
        }
      }
      return -1;
    }

    private boolean matches(Map<?, ?> item) {
      return values.entrySet().stream()
          .allMatch(each -> each.getValue().equals(String.valueOf(item.get(each.getKey()))));
    }
  }

  /** The path of a JSON pointer, with items by what identifies them in that object. */
  static FieldPath at(String pointer, String kind, Map<String, Object> tree) {
    FieldPath path = new FieldPath(kind, List.of());
    Object node = tree;
    for (String step : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
      String text = step.replace("~1", "/").replace("~0", "~");
      Step next =
          text.equals("-")
              ? new Index(-1)
              : node instanceof List<?> && text.matches("[0-9]{1,6}")
                  ? path.item(node, Integer.parseInt(text))
                  : new Named(text);
      path = path.then(next);
      node = next.in(node);
    }
    return path;
  }

  FieldPath then(Step step) {
    List<Step> more = new ArrayList<>(steps);
    more.add(step);
    return new FieldPath(kind, more);
  }

  /** An item of the list at this path, by its merge keys, else its name, else its index. */
  Step item(@Nullable Object list, int index) {
    if (list instanceof List<?> items
        && index < items.size()
        && items.get(index) instanceof Map<?, ?> item) {
      SortedMap<String, String> values = new TreeMap<>();
      for (String key : MergeKeys.of(kind, key()).orElse(List.of("name"))) {
        Object value = item.get(key);
        if (value != null) {
          values.put(key, value.toString());
        }
      }
      Item named = new Item(values);
      boolean unique =
          items.stream().filter(other -> named.in(List.of(other)) != null).count() == 1;
      return values.isEmpty() || !unique ? new Index(index) : named;
    }
    return new Index(index);
  }

  /** The value there; null if the object does not have the place. */
  @Nullable Object in(Map<String, Object> tree) {
    Object node = tree;
    for (Step step : steps) {
      node = step.in(node);
    }
    return node;
  }

  /** The place in an object as a JSON pointer. */
  String pointer(Map<String, Object> tree) {
    StringBuilder pointer = new StringBuilder();
    Object node = tree;
    for (Step step : steps) {
      pointer.append('/').append(step.pointer(node));
      node = step.in(node);
    }
    return pointer.toString();
  }

  /** Pointers to what identifies the items on the way: another name there is another item. */
  List<String> names(Map<String, Object> tree) {
    List<String> names = new ArrayList<>();
    FieldPath way = new FieldPath(kind, List.of());
    for (Step step : steps) {
      way = way.then(step);
      if (step instanceof Item item) {
        String pointer = way.pointer(tree);
        item.values().keySet().forEach(key -> names.add(pointer + "/" + key));
      }
    }
    return names;
  }

  /** The path as people read it. */
  String display() {
    String path = steps.stream().map(Step::display).collect(Collectors.joining());
    return path.startsWith(".") ? path.substring(1) : path;
  }

  /** The key at its end; empty for an item or the whole object. */
  String last() {
    return !steps.isEmpty() && steps.get(steps.size() - 1) instanceof Named named
        ? named.key()
        : "";
  }

  /** The key of the innermost map; empty for the whole object. */
  private String key() {
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i) instanceof Named named) {
        return named.key();
      }
    }
    return "";
  }
}
