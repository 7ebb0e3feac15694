package io.tenantsmith.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Makes templates of all constructs in any nesting, and sources for their values. */
final class RandomTemplates {

  private static final List<String> STRINGS =
      List.of(
          "a", "b c", "on", "1", "x: y", "a\nb\n", "\n", " a", "", "é", "a\n\n", "$", "${", "#");
  private static final FixedKeys<Map<String, Object>> KEYS =
      FixedKeys.<Map<String, Object>>builder()
          .value("k1", source -> source.get("scalar"))
          .constant("on", Map.of("q", "1"))
          .value("k2", RandomTemplates::isFlagged, source -> source.get("tree"))
          .build();
  private static final FixedKeys<Map<String, Object>> KEY =
      FixedKeys.<Map<String, Object>>builder()
          .value("k 3", RandomTemplates::isFlagged, source -> source.get("scalar"))
          .build();
  private static final NamedValues<Map<String, Object>> ITEMS =
      NamedValues.<Map<String, Object>>builder()
          .value("scalar", source -> source.get("scalar"))
          .mapping("key", KEY)
          .condition("flag", RandomTemplates::isFlagged)
          .build();
  private static final NamedValues<Map<String, Object>> ROWS =
      NamedValues.<Map<String, Object>>builder()
          .value("scalar", source -> source.get("scalar"))
          .value("tree", source -> source.get("tree"))
          .mapping("key", KEY)
          .condition("flag", RandomTemplates::isFlagged)
          .rows("items", source -> rowsOf(source, "items"), ITEMS)
          .build();

  static final NamedValues<Map<String, Object>> VALUES =
      NamedValues.<Map<String, Object>>builder()
          .value("scalar", source -> source.get("scalar"))
          .value("a.tree", source -> source.get("tree"))
          .value("a.map", source -> source.get("map"))
          .value("a.list", source -> source.get("list"))
          .mapping("a.keys", KEYS)
          .mapping("key", KEY)
          .constant("fixed", Map.of("q", List.of("r", 1)))
          .condition("yes", source -> true)
          .condition("no", source -> false)
          .condition("flag", RandomTemplates::isFlagged)
          .rows("rows", source -> rowsOf(source, "rows"), ROWS)
          .build();

  private final Random random;
  private int variables;

  RandomTemplates(Random random) {
    this.random = random;
  }

  /** A document. */
  Map<String, Object> document() {
    variables = 0;
    Map<String, Object> content = mapping(5, List.of(""));
    return switch (random.nextInt(8)) {
      case 0 -> Map.of("$if", pick(List.of("yes", "no", "flag")), "then", content);
      case 1 -> each(List.of(""), prefixes -> mapping(4, prefixes));
      case 2 -> Map.of("$flatten", List.of(content, List.of(mapping(3, List.of("")))));
      default -> content;
    };
  }

  /** What the values are computed from. */
  Map<String, Object> source() {
    Map<String, Object> source = row(3);
    source.put("map", tree(0, 3));
    source.put("list", tree(1, 3));
    List<Object> rows = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      rows.add(row(2));
    }
    source.put("rows", rows);
    return source;
  }

  private Map<String, Object> row(int depth) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("scalar", tree(2, 0));
    row.put("tree", tree(random.nextInt(3), depth));
    row.put("flag", random.nextBoolean());
    List<Object> items = new ArrayList<>();
    for (int i = depth == 0 ? 0 : random.nextInt(3); i > 0; i--) {
      items.add(row(0));
    }
    row.put("items", items);
    return row;
  }

  private Object tree(int kind, int depth) {
    if (kind == 0 && depth > 0) {
      Map<String, Object> map = new LinkedHashMap<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        map.put(pick(STRINGS), tree(random.nextInt(4), depth - 1));
      }
      return map;
    }
    if (kind == 1 && depth > 0) {
      List<Object> list = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        list.add(tree(random.nextInt(4), depth - 1));
      }
      return list;
    }
    return switch (random.nextInt(6)) {
      case 0 -> random.nextInt();
      case 1 -> random.nextLong();
      case 2 -> BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(6));
      case 3 -> random.nextBoolean();
      default -> pick(STRINGS) + pick(STRINGS);
    };
  }

  private Map<String, Object> mapping(int depth, List<String> prefixes) {
    Map<String, Object> mapping = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      String key =
          random.nextInt(12) == 0
              ? "k${" + pick(prefixes) + "scalar}"
              : pick(List.of("name", "kind", "k1", "k2", "on", "$$x", "k 3", "${", ""));
      mapping.put(key.equals("${") ? "$$${" : key, node(depth - 1, prefixes));
    }
    return mapping;
  }

  private List<Object> list(int depth, List<String> prefixes) {
    List<Object> list = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(node(depth - 1, prefixes));
    }
    return list;
  }

  private Object node(int depth, List<String> prefixes) {
    return switch (depth <= 0 ? random.nextInt(5) : random.nextInt(16)) {
      case 0 ->
          Map.of("$eval", pick(List.of("a.tree", "a.map", "a.list", "flag", "fixed", "a.keys")));
      case 1 -> Map.of("$eval", pick(prefixes) + pick(List.of("scalar", "scalar", "key")));
      case 2 -> text(prefixes);
      case 3, 4 -> tree(2, 0) instanceof String text ? text.replace("$", "$$") + "x" : 7;
      case 5, 6, 7 -> choice(depth, prefixes);
      case 8 -> each(prefixes, inner -> node(depth - 1, inner));
      case 9 -> Map.of("$flatten", list(depth, prefixes));
      case 10 -> Map.of("$flatten", each(prefixes, inner -> list(depth - 1, inner)));
      case 11 -> merge(depth, prefixes);
      case 12, 13 -> list(depth, prefixes);
      default -> mapping(depth, prefixes);
    };
  }

  private String text(List<String> prefixes) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(pick(List.of("", "a\n", " ", "$${", "-", "x: ")));
      text.append("${").append(pick(prefixes)).append("scalar}");
      text.append(pick(List.of("", "\n", "$", "}", "z")));
    }
    return text.toString();
  }

  private Map<String, Object> choice(int depth, List<String> prefixes) {
    Map<String, Object> choice = new LinkedHashMap<>();
    choice.put("$if", pick(List.of("yes", "no", pick(prefixes) + "flag")));
    choice.put("then", node(depth - 1, prefixes));
    if (random.nextInt(3) == 0) {
      choice.put("else", node(depth - 1, prefixes));
    }
    if (random.nextInt(5) == 0) {
      choice.put("else", choice.remove("then"));
    }
    return choice;
  }

  private Map<String, Object> merge(int depth, List<String> prefixes) {
    List<Object> list = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(merged(depth, prefixes));
    }
    return random.nextInt(4) == 0
        ? Map.of("$merge", each(prefixes, inner -> mapping(depth - 1, inner)))
        : Map.of("$merge", list);
  }

  private Map<String, Object> merged(int depth, List<String> prefixes) {
    return switch (random.nextInt(9)) {
      case 0 -> Map.of("$eval", "a.map");
      case 1 -> Map.of("$eval", "fixed");
      case 2, 3 -> Map.of("$eval", pick(prefixes) + "key");
      case 4, 5 -> Map.of("$eval", "a.keys");
      case 6 -> conditional(depth, prefixes);
      default -> mapping(depth - 1, prefixes);
    };
  }

  private Map<String, Object> conditional(int depth, List<String> prefixes) {
    Map<String, Object> choice = new LinkedHashMap<>();
    choice.put("$if", pick(List.of("yes", "no", pick(prefixes) + "flag")));
    choice.put("then", merged(depth, prefixes));
    if (random.nextBoolean()) {
      choice.put("else", merged(depth, prefixes));
    }
    return choice;
  }

  private Map<String, Object> each(
      List<String> prefixes, java.util.function.Function<List<String>, Object> body) {
    String variable = "x" + variables++;
    List<String> inner = new ArrayList<>(prefixes);
    inner.add(variable + ".");
    String outer = pick(prefixes);
    boolean nested = prefixes.size() == 2 && random.nextBoolean() && !outer.isEmpty();
    String rows = nested ? outer + "items" : "rows";
    return Map.of("$map", Map.of("$eval", rows), "each(" + variable + ")", body.apply(inner));
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> rowsOf(Map<String, Object> source, String name) {
    return (List<Map<String, Object>>) Objects.requireNonNull(source.get(name));
  }

  private static boolean isFlagged(Map<String, Object> source) {
    return Boolean.TRUE.equals(source.get("flag"));
  }
}
