package io.tenantsmith.patch;

import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.objects.JsonPointer;
import io.tenantsmith.objects.Trees;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One operation of RFC 6902.
 *
 * @param from source of a move or copy; null for other operations
 */
record Operation(String op, JsonPointer path, @Nullable JsonPointer from, @Nullable Object value) {

  private static final Set<String> WITH_VALUE = Set.of("add", "replace", "test");
  private static final Set<String> WITH_FROM = Set.of("move", "copy");
  private static final Set<String> MEMBERS = Set.of("op", "path", "from", "value");

  static Operation of(@Nullable Object item) throws PatchRefused {
    if (!(item instanceof Map<?, ?> map)
        || !(map.get("op") instanceof String op)
        || !MEMBERS.containsAll(map.keySet())) {
      throw new PatchRefused("an operation has other members than op, path, from and value");
    }
    if (map.containsKey("value") != WITH_VALUE.contains(op)
        || map.containsKey("from") != WITH_FROM.contains(op)) {
      throw new PatchRefused(
          "the operation "
              + Quoted.quote(op)
              + (WITH_FROM.contains(op)
                  ? " takes path and from"
                  : " has a member too few or many"));
    }
    JsonPointer from = map.containsKey("from") ? pointer(map.get("from")) : null;
    return new Operation(op, pointer(map.get("path")), from, map.get("value"));
  }

  void apply(Map<String, @Nullable Object> tree) throws PatchRefused {
    switch (op) {
      case "add" -> add(tree, Trees.copy(value));
      case "remove" -> remove(path, tree);
      case "replace" -> replace(tree);
      case "test" -> test(tree);
      case "copy" -> add(tree, Trees.copy(value(source(), tree)));
      case "move" -> move(tree);
      default -> throw new PatchRefused("there is no operation " + Quoted.quote(op));
    }
  }

  private static JsonPointer pointer(@Nullable Object written) throws PatchRefused {
    return Optional.ofNullable(written instanceof String text ? text : null)
        .flatMap(JsonPointer::of)
        .orElseThrow(() -> new PatchRefused("an operation without a path that begins with \"/\""));
  }

  private JsonPointer source() throws PatchRefused {
    if (from == null) {
      throw new PatchRefused("the operation " + op + " has no from");
    }
    return from;
  }

  private void add(Map<String, @Nullable Object> tree, @Nullable Object added) throws PatchRefused {
    Object holder = holder(path, tree);
    if (holder instanceof Map<?, ?> map) {
      Trees.map(map).put(path.last(), added);
      return;
    }
    List<@Nullable Object> list = Trees.list(holder);
    list.add(path.last().equals("-") ? list.size() : index(path, list.size() + 1), added);
  }

  private static @Nullable Object remove(JsonPointer path, Map<String, @Nullable Object> tree)
      throws PatchRefused {
    Object removed = value(path, tree);
    Object holder = holder(path, tree);
    if (holder instanceof Map<?, ?> map) {
      map.remove(path.last());
    } else {
      List<@Nullable Object> list = Trees.list(holder);
      list.remove(index(path, list.size()));
    }
    return removed;
  }

  private void replace(Map<String, @Nullable Object> tree) throws PatchRefused {
    value(path, tree);
    Object holder = holder(path, tree);
    if (holder instanceof Map<?, ?> map) {
      Trees.map(map).put(path.last(), Trees.copy(value));
    } else {
      List<@Nullable Object> list = Trees.list(holder);
      list.set(index(path, list.size()), Trees.copy(value));
    }
  }

  private void test(Map<String, @Nullable Object> tree) throws PatchRefused {
    if (value == null || !Trees.same(value(path, tree), value)) {
      throw new PatchRefused("its test of " + Quoted.quote(path.text()) + " fails");
    }
  }

  private void move(Map<String, @Nullable Object> tree) throws PatchRefused {
    if (source().holds(path)) {
      throw new PatchRefused("it moves " + Quoted.quote(source().text()) + " into itself");
    }
    add(tree, remove(source(), tree));
  }

  private static Object holder(JsonPointer path, Map<String, @Nullable Object> tree)
      throws PatchRefused {
    return path.holder(tree).orElseThrow(() -> missing(path));
  }

  private static @Nullable Object value(JsonPointer path, Map<String, @Nullable Object> tree)
      throws PatchRefused {
    if (holder(path, tree) instanceof List<?> list) {
      return list.get(index(path, list.size()));
    }
    if (!path.isIn(tree)) {
      throw missing(path);
    }
    return path.value(tree);
  }

  private static int index(JsonPointer path, int limit) throws PatchRefused {
    int index = path.index(limit);
    if (index < 0) {
      throw new PatchRefused(
          "there is no item " + Quoted.quote(path.last()) + " for " + Quoted.quote(path.text()));
    }
    return index;
  }

  private static PatchRefused missing(JsonPointer path) {
    return new PatchRefused("there is no " + Quoted.quote(path.text()));
  }
}
