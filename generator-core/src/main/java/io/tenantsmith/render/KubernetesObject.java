package io.tenantsmith.render;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One object as it is rendered. A name may be made of a digest of the whole object, so identity and
 * fields are looked up when they are first asked for. Immutable to its users; for one thread.
 */
public final class KubernetesObject {

  private final Map<String, Object> tree;
  private @Nullable ObjectRef ref;

  private KubernetesObject(Map<String, Object> tree, @Nullable ObjectRef ref) {
    this.tree = tree;
    this.ref = ref;
  }

  /** The object of a tree that has apiVersion, kind and name. */
  public static KubernetesObject of(Map<String, Object> tree) {
    return new KubernetesObject(tree, null);
  }

  /** The same object with another tree, for instance a patched one. */
  public KubernetesObject with(Map<String, Object> other) {
    return new KubernetesObject(other, ref());
  }

  /** Maps, lists and scalars; never changed after it is written. */
  public Map<String, Object> tree() {
    return tree;
  }

  /** Its kind. */
  public String kind() {
    return ref == null ? (String) required(tree, "kind") : ref.kind();
  }

  /** Its namespace; empty if it has none. */
  public String namespace() {
    return ref == null ? namespace(metadata()) : ref.namespace();
  }

  /**
   * Its identity.
   *
   * @throws IllegalStateException if it lacks apiVersion, kind or name
   */
  public ObjectRef ref() {
    ObjectRef known = ref;
    if (known == null) {
      Map<?, ?> metadata = metadata();
      known =
          new ObjectRef(
              (String) required(tree, "apiVersion"),
              (String) required(tree, "kind"),
              namespace(metadata),
              (String) required(metadata, "name"));
      ref = known;
    }
    return known;
  }

  private Map<?, ?> metadata() {
    return (Map<?, ?>) required(tree, "metadata");
  }

  private static String namespace(Map<?, ?> metadata) {
    Object namespace = metadata.get("namespace");
    return namespace == null ? "" : (String) namespace;
  }

  private static Object required(Map<?, ?> map, String key) {
    Object value = map.get(key);
    if (value == null) {
      throw new IllegalStateException("an object without " + key);
    }
    return value;
  }
}
