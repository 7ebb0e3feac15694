package io.tenantsmith.patch;

import static java.util.Objects.requireNonNull;

import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes patches of all forms for places that are there; the same seed, the same patches. */
final class RandomPatches {

  private static final List<String> OPERATIONS =
      List.of("add", "remove", "replace", "test", "copy", "move");

  private final Random random;
  private final List<KubernetesObject> objects;

  RandomPatches(long seed, List<KubernetesObject> objects) {
    this.random = new Random(seed);
    this.objects = objects.stream().filter(o -> o.tree().containsKey("spec")).toList();
  }

  /** A patch with its target. */
  Map<String, Object> next() {
    KubernetesObject object = one(objects);
    Map<String, Object> target = new LinkedHashMap<>();
    target.put("kind", object.ref().kind());
    target.put("name", object.ref().name());
    Map<String, Object> patch = new LinkedHashMap<>();
    patch.put("target", target);
    patch.put("patch", random.nextBoolean() ? operations(object) : merge(object));
    return patch;
  }

  private String operations(KubernetesObject object) {
    StringBuilder text = new StringBuilder();
    List<Place> places = new ArrayList<>();
    collect(requireNonNull(object.tree().get("spec")), "/spec", places);
    for (int i = random.nextInt(3); i >= 0; i--) {
      Place place = one(places);
      String op = one(OPERATIONS);
      text.append("- op: ").append(op).append("\n  path: \"");
      text.append(op.equals("add") && random.nextBoolean() ? place.path + "-" : place.path);
      text.append("\"\n");
      if (op.equals("copy") || op.equals("move")) {
        text.append("  from: \"").append(one(places).path).append("\"\n");
      } else if (!op.equals("remove")) {
        Object value = op.equals("test") ? place.value : "text " + random.nextInt(9);
        text.append("  value: ").append(json(value)).append('\n');
      }
    }
    return text.toString();
  }

  private String merge(KubernetesObject object) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("apiVersion", object.ref().apiVersion());
    tree.put("kind", object.ref().kind());
    tree.put("metadata", Map.of("name", object.ref().name()));
    tree.put("spec", part(requireNonNull(object.tree().get("spec"))));
    return YamlWriter.write("A patch.", List.of(tree)).replace("DELETE", "null");
  }

  /** Some of a tree, changed here and there. */
  private Object part(Object node) {
    if (node instanceof Map<?, ?> map) {
      Map<String, Object> part = new LinkedHashMap<>();
      map.forEach(
          (key, value) -> {
            boolean isKey = List.of("name", "mountPath", "containerPort", "protocol").contains(key);
            if (isKey && !(value instanceof Map<?, ?>)) {
              part.put((String) key, value);
            } else if (random.nextInt(2) == 0) {
              part.put((String) key, random.nextInt(9) == 0 ? "DELETE" : part(value));
            }
          });
      if (random.nextInt(6) == 0) {
        part.put("new" + random.nextInt(9), "text");
      }
      return part;
    }
    if (node instanceof List<?> list) {
      List<Object> part = new ArrayList<>();
      list.forEach(item -> addSome(part, part(item)));
      return part.isEmpty() ? list : part;
    }
    return node instanceof String text && random.nextInt(3) == 0 ? text + "x" : node;
  }

  private void addSome(List<Object> part, Object item) {
    if (random.nextInt(3) > 0) {
      part.add(random.nextInt(part.size() + 1), item);
    }
  }

  private static String json(Object value) {
    return new tools.jackson.databind.json.JsonMapper().writeValueAsString(value);
  }

  private static void collect(Object node, String path, List<Place> places) {
    places.add(new Place(path, node));
    if (node instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) ->
              collect(
                  value,
                  path + "/" + ((String) key).replace("~", "~0").replace("/", "~1"),
                  places));
    } else if (node instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        collect(list.get(i), path + "/" + i, places);
      }
    }
  }

  private <T> T one(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  /** A place in an object. */
  private record Place(String path, Object value) {}
}
