package io.tenantsmith.patch;

import io.tenantsmith.diagnostic.Quoted;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One operation of RFC 6902.
 *
 * @param from null unless it moves or copies
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
    JsonPointer from = map.containsKey("from") ? JsonPointer.of(map.get("from")) : null;
    return new Operation(op, JsonPointer.of(map.get("path")), from, map.get("value"));
  }

  void apply(Map<String, @Nullable Object> tree) throws PatchRefused {
    switch (op) {
      case "add" -> add(tree, Trees.copy(value));
      case "remove" -> remove(path, tree);
      case "replace" -> replace(tree);
      case "test" -> test(tree);
      case "copy" -> add(tree, Trees.copy(source().value(tree)));
      case "move" -> move(tree);
      default -> throw new PatchRefused("there is no operation " + Quoted.quote(op));
    }
  }

  private JsonPointer source() throws PatchRefused {
    if (from == null) {
      throw new PatchRefused("the operation " + op + " has no from");
    }
    return from;
  }

  private void add(Map<String, @Nullable Object> tree, @Nullable Object added) throws PatchRefused {
    Object holder = path.holder(tree);
    if (holder instanceof Map<?, ?> map) {
      Trees.map(map).put(path.last(), added);
      return;
    }
    List<@Nullable Object> list = Trees.list(holder);
    boolean atEnd = path.last().equals("-");
    list.add(atEnd ? list.size() : path.index(path.last(), list.size() + 1), added);
  }

  private static @Nullable Object remove(JsonPointer path, Map<String, @Nullable Object> tree)
      throws PatchRefused {
    Object removed = path.value(tree);
    Object holder = path.holder(tree);
    if (holder instanceof Map<?, ?> map) {
      map.remove(path.last());
    } else {
      List<@Nullable Object> list = Trees.list(holder);
      list.remove(path.index(path.last(), list.size()));
    }
    return removed;
  }

  private void replace(Map<String, @Nullable Object> tree) throws PatchRefused {
    path.value(tree);
    Object holder = path.holder(tree);
    if (holder instanceof Map<?, ?> map) {
      Trees.map(map).put(path.last(), Trees.copy(value));
    } else {
      List<@Nullable Object> list = Trees.list(holder);
      list.set(path.index(path.last(), list.size()), Trees.copy(value));
    }
  }

  private void test(Map<String, @Nullable Object> tree) throws PatchRefused {
    if (value == null || !Trees.same(path.value(tree), value)) {
      throw new PatchRefused("its test of " + Quoted.quote(path.text()) + " fails");
    }
  }

  private void move(Map<String, @Nullable Object> tree) throws PatchRefused {
    if (source().holds(path)) {
      throw new PatchRefused("it moves " + Quoted.quote(source().text()) + " into itself");
    }
    add(tree, remove(source(), tree));
  }
}
