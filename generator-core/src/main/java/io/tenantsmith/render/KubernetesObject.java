package io.tenantsmith.render;

import java.util.Map;

/**
 * One object as it is rendered.
 *
 * @param ref its identity
 * @param tree maps, lists and scalars; never changed after it is written
 */
public record KubernetesObject(ObjectRef ref, Map<String, Object> tree) {

  /**
   * The object of a tree.
   *
   * @throws IllegalStateException if it lacks apiVersion, kind or name
   */
  public static KubernetesObject of(Map<String, Object> tree) {
    Map<?, ?> metadata = (Map<?, ?>) required(tree, "metadata");
    Object namespace = metadata.get("namespace");
    ObjectRef ref =
        new ObjectRef(
            (String) required(tree, "apiVersion"),
            (String) required(tree, "kind"),
            namespace == null ? "" : (String) namespace,
            (String) required(metadata, "name"));
    return new KubernetesObject(ref, tree);
  }

  private static Object required(Map<?, ?> map, String key) {
    Object value = map.get(key);
    if (value == null) {
      throw new IllegalStateException("an object without " + key);
    }
    return value;
  }
}
