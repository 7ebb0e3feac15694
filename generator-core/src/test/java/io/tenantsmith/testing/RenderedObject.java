package io.tenantsmith.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One rendered Kubernetes object. Values are found by JSON pointers (RFC 6901). */
public final class RenderedObject {

  private final Map<String, Object> tree;

  RenderedObject(Map<String, Object> tree) {
    this.tree = tree;
  }

  /** For instance {@code apps/v1}. */
  public String apiVersion() {
    return text("/apiVersion");
  }

  /** For instance {@code Deployment}. */
  public String kind() {
    return text("/kind");
  }

  /** Its name. */
  public String name() {
    return text("/metadata/name");
  }

  /** Its namespace; empty for an object of the whole cluster. */
  public String namespace() {
    return find("/metadata/namespace").map(Object::toString).orElse("");
  }

  /** All of it: maps, lists, text, numbers and booleans that cannot be changed. */
  public Map<String, Object> tree() {
    return tree;
  }

  /**
   * The value at a pointer, for instance {@code /spec/template/spec/containers/0/image}: a Map, a
   * List, a String, a Boolean or a number, which is an Integer if it fits.
   *
   * @throws AssertionError if there is none; says how far the pointer led
   */
  public Object at(String pointer) {
    Object value = tree;
    StringBuilder seen = new StringBuilder();
    for (String token : tokens(pointer)) {
      Object next = child(value, token);
      if (next == null) {
        throw new AssertionError(
            this
                + " has nothing at "
                + pointer
                + "; "
                + (seen.isEmpty() ? "it" : seen)
                + has(value));
      }
      value = next;
      seen.append('/').append(token.replace("~", "~0").replace("/", "~1"));
    }
    return value;
  }

  /** The value at a pointer, if there is one. */
  public Optional<Object> find(String pointer) {
    Object value = tree;
    for (String token : tokens(pointer)) {
      Object next = child(value, token);
      if (next == null) {
        return Optional.empty();
      }
      value = next;
    }
    return Optional.of(value);
  }

  /**
   * The scalar at a pointer as text.
   *
   * @throws AssertionError if there is none, or a map or list
   */
  public String text(String pointer) {
    Object value = at(pointer);
    if (value instanceof Map || value instanceof List) {
      throw new AssertionError(this + " has no scalar at " + pointer + "; it" + has(value));
    }
    return value.toString();
  }

  /** For instance {@code Deployment tenant-acme/wordpress}. */
  @Override
  public String toString() {
    String namespace = namespace();
    return kind() + " " + (namespace.isEmpty() ? "" : namespace + "/") + name();
  }

  private static List<String> tokens(String pointer) {
    if (pointer.isEmpty()) {
      return List.of();
    }
    if (!pointer.startsWith("/")) {
      throw new IllegalArgumentException("a pointer begins with /: " + pointer);
    }
    return List.of(pointer.substring(1).split("/", -1)).stream()
        .map(token -> token.replace("~1", "/").replace("~0", "~"))
        .toList();
  }

  private static @Nullable Object child(Object value, String token) {
    if (value instanceof Map<?, ?> map) {
      return map.get(token);
    }
    if (value instanceof List<?> list && token.matches("0|[1-9][0-9]{0,8}")) {
      int index = Integer.parseInt(token);
      return index < list.size() ? list.get(index) : null;
    }
    return null;
  }

  private static String has(Object value) {
    if (value instanceof Map<?, ?> map) {
      return " has the keys " + map.keySet();
    }
    return value instanceof List<?> list
        ? " is a list of " + list.size()
        : " is the value " + value;
  }
}
