package io.tenantsmith.render.kit;

import io.fabric8.kubernetes.api.model.AnyType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns typed objects into the trees that the writer takes, as their own annotations say. Done by
 * us because Jackson, which writes and reads tokens on the way, took an eighth of a whole run; a
 * test holds it equal to Jackson's. Thread-safe.
 */
public final class ObjectTree {

  /** The trees of some objects. */
  public List<Map<String, Object>> of(List<? extends HasMetadata> objects) {
    List<Map<String, Object>> trees = new ArrayList<>(objects.size());
    for (HasMetadata object : objects) {
      trees.add(of(object));
    }
    return trees;
  }

  /**
   * The tree of an object, or of a part of one.
   *
   * @throws IllegalStateException if it holds a type that no rendered object had so far
   */
  public Map<String, Object> of(KubernetesResource object) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (ModelField field : ModelField.of(object.getClass())) {
      Object value = field.valueIn(object);
      if (value instanceof Map<?, ?> more && field.holdsMore()) {
        tree.putAll(map(more));
      } else if (value != null) {
        tree.put(field.name(), plain(value));
      }
    }
    return tree;
  }

  private @Nullable Object plain(Object value) {
    if (value instanceof String || value instanceof Integer || value instanceof Boolean) {
      return value;
    }
    if (value instanceof List<?> list) {
      return list(list);
    }
    if (value instanceof Map<?, ?> map) {
      return map(map);
    }
    if (value instanceof Quantity || value instanceof Long) {
      return value instanceof Long ? value : value.toString();
    }
    if (value instanceof AnyType intOrString) {
      return intOrString.getValue();
    }
    if (value instanceof KubernetesResource part) {
      return of(part);
    }
    throw new IllegalStateException("no tree of a " + value.getClass().getName());
  }

  private List<@Nullable Object> list(List<?> list) {
    List<@Nullable Object> plain = new ArrayList<>(list.size());
    for (Object item : list) {
      plain.add(plain(item));
    }
    return plain;
  }

  private Map<String, @Nullable Object> map(Map<?, ?> map) {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Object value = entry.getValue();
      plain.put((String) entry.getKey(), value == null ? null : plain(value));
    }
    return plain;
  }
}
