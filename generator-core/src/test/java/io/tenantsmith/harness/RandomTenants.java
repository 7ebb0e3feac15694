package io.tenantsmith.harness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Valid tenants, drawn from a seed along the published schema: a field that is added there is drawn
 * here, from its examples unless {@link FieldValues} knows better.
 */
public final class RandomTenants {

  /** Fields of states in which no new tenant begins: none of these states them. */
  public static final Set<String> NEVER = Set.of("until", "confirm");

  private static final Set<String> NEEDS_PLUGINS = Set.of("plugins", "theme");

  private final TenantSchema schema;
  private final Random random;
  private final FieldValues values;

  /** Tenants of that seed. */
  public RandomTenants(TenantSchema schema, long seed) {
    this.schema = schema;
    this.random = new Random(seed);
    this.values = new FieldValues(random);
  }

  /**
   * A tenant's file as a tree.
   *
   * @param percent how many of the optional fields are stated
   */
  public Map<String, Object> tenant(FieldValues.Place place, int percent) {
    Map<String, Object> tenant = new LinkedHashMap<>(place.given());
    for (Map.Entry<String, JsonNode> field : schema.root().get("properties").properties()) {
      String name = field.getKey();
      boolean wanted = schema.required().contains(name) || random.nextInt(100) < percent;
      if (wanted && !tenant.containsKey(name) && !NEVER.contains(name)) {
        Object value = draw(name, field.getValue(), place, percent);
        if (value != null) {
          tenant.put(name, value);
        }
      }
    }
    settle(tenant);
    return tenant;
  }

  /** Another value of one field, which may be nested; null if the field has but one. */
  public @Nullable Object another(String leaf, FieldValues.Place place, Object than) {
    JsonNode node = schema.root();
    for (String step : leaf.replace("[]", ".[]").split("\\.", -1)) {
      node = schema.resolve(node);
      node =
          switch (step) {
            case "[]" -> node.get("items");
            case "*" -> node.get("additionalProperties");
            default -> node.get("properties").get(step);
          };
    }
    for (int i = 0; i < 200; i++) {
      Object value = draw(leaf, node, place, 100);
      if (value != null && !value.equals(than)) {
        return value;
      }
    }
    return null;
  }

  /** Drops what the tenant's own switches forbid. */
  private static void settle(Map<String, Object> tenant) {
    if (tenant.get("features") instanceof Map<?, ?> features
        && Objects.equals(features.get("custom_plugins"), false)) {
      tenant.keySet().removeAll(NEEDS_PLUGINS);
    }
  }

  private @Nullable Object draw(
      String path, JsonNode unresolved, FieldValues.Place place, int percent) {
    if (!place.allows(path)) {
      return null;
    }
    Object known = values.of(path, place);
    if (known != null) {
      return known;
    }
    JsonNode node = schema.resolve(unresolved);
    if (node.has("properties")) {
      return object(path, node, place, percent);
    }
    if (node.has("items")) {
      return list(path, node, place, percent);
    }
    if (node.has("enum")) {
      return oneOf(node.get("enum"));
    }
    if (node.path("type").asString("").equals("boolean")) {
      return random.nextInt(100) < percent == random.nextBoolean();
    }
    if (node.path("additionalProperties").isObject()) {
      Map<String, Object> map = new LinkedHashMap<>();
      for (String name : List.of("press_release", "second")) {
        Object value = draw(path + ".*", node.get("additionalProperties"), place, percent);
        map.put(name, Objects.requireNonNull(value));
      }
      return map;
    }
    return oneOf(node.get("examples"));
  }

  private @Nullable Map<String, Object> object(
      String path, JsonNode node, FieldValues.Place place, int percent) {
    // A target that states less selects more than the patch fits.
    boolean all = path.equals("patches[].target");
    Map<String, Object> object = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    node.path("required").values().forEach(name -> required.add(name.asString()));
    for (Map.Entry<String, JsonNode> field : node.get("properties").properties()) {
      String below = path + "." + field.getKey();
      boolean wanted = required.contains(field.getKey()) || all || random.nextInt(100) < percent;
      Object value =
          wanted && !NEVER.contains(below) ? draw(below, field.getValue(), place, percent) : null;
      if (value != null) {
        object.put(field.getKey(), value);
      }
    }
    return object.size() < node.path("minProperties").asInt(0) ? null : object;
  }

  private List<Object> list(String path, JsonNode node, FieldValues.Place place, int percent) {
    Set<Object> items = new LinkedHashSet<>();
    int number = 1 + random.nextInt(Math.min(3, node.path("maxItems").asInt(3)));
    for (int i = 0; i < number; i++) {
      Object item = draw(path + "[]", node.get("items"), place, percent);
      if (item != null && items.stream().noneMatch(other -> sameName(other, item))) {
        items.add(item);
      }
    }
    return new ArrayList<>(items);
  }

  private static boolean sameName(Object one, Object other) {
    return one instanceof Map<?, ?> a
        && other instanceof Map<?, ?> b
        && a.get("name") != null
        && Objects.equals(a.get("name"), b.get("name"));
  }

  private Object oneOf(JsonNode choices) {
    return plain(choices.get(random.nextInt(choices.size())));
  }

  private static Object plain(JsonNode node) {
    return node.isInt() ? (Object) node.asInt() : node.asString();
  }
}
