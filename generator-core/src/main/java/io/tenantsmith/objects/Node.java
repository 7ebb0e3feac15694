package io.tenantsmith.objects;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place in an object and the value there. An object can be asked for a place that it does not
 * have: its value is null, and so is the value of all places below it.
 *
 * @param parent the place of the map or list that holds it; null for the whole object
 * @param step a key, or the index of an item
 * @param value the value there; null if the object does not have the place
 */
public record Node(@Nullable Node parent, Object step, @Nullable Object value) {

  /** A whole object. */
  public static Node of(Map<String, Object> tree) {
    return new Node(null, "", tree);
  }

  /** The place below that key. */
  public Node get(String key) {
    return new Node(this, key, value instanceof Map<?, ?> map ? map.get(key) : null);
  }

  /** The place below these keys, one after the other. */
  public Node at(String... keys) {
    Node node = this;
    for (String key : keys) {
      node = node.get(key);
    }
    return node;
  }

  /** The place under another key of the same map. */
  public Node beside(String key) {
    return parent == null ? new Node(null, key, null) : parent.get(key);
  }

  /** The map there; empty if there is none. */
  public Map<?, ?> map() {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  /** The items of a list; none if it is not a list. */
  public List<Node> items() {
    if (!(value instanceof List<?> list)) {
      return List.of();
    }
    List<Node> items = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      items.add(new Node(this, i, list.get(i)));
    }
    return items;
  }

  /** The places below a map's keys; none if it is not a map. */
  public List<Node> entries() {
    List<Node> entries = new ArrayList<>();
    if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        entries.add(new Node(this, entry.getKey(), entry.getValue()));
      }
    }
    return entries;
  }

  /** Whether the object does not have the place. */
  public boolean isMissing() {
    return value == null;
  }

  /** Whether the value equals this one. */
  public boolean is(Object expected) {
    return expected.equals(value);
  }

  /** The text there; empty if there is none. */
  public String text() {
    return value instanceof String text ? text : "";
  }

  /** The text there, or another if there is none. */
  public String textOr(String other) {
    return value instanceof String text ? text : other;
  }

  /** The number there, or another if there is none. */
  public int numberOr(int other) {
    return value instanceof Number number ? number.intValue() : other;
  }

  /** The key that holds it; for an item, the key of its list. */
  public String key() {
    Node node = this;
    while (node.parent != null && node.step instanceof Integer) {
      node = node.parent;
    }
    return node.step.toString();
  }

  /** The key that holds the map around this place. */
  public String keyAbove() {
    Node node = this;
    while (node.parent != null && node.step instanceof Integer) {
      node = node.parent;
    }
    return node.parent == null ? "" : node.parent.key();
  }

  /** Whether it is the namespace of the object itself. */
  public boolean isOwnNamespace() {
    return step.equals("namespace")
        && parent != null
        && parent.step.equals("metadata")
        && parent.parent != null
        && parent.parent.parent == null;
  }

  /** Whether it is an item of a list. */
  public boolean isItem() {
    return step instanceof Integer;
  }

  /** The path to it as a JSON pointer; empty for the whole object. */
  public String pointer() {
    if (parent == null) {
      return "";
    }
    return parent.pointer() + "/" + step.toString().replace("~", "~0").replace("/", "~1");
  }

  /** The path to it, for instance {@code spec.rules[0].name}. */
  public String path() {
    if (parent == null) {
      return "";
    }
    String above = parent.path();
    if (step instanceof Integer) {
      return above + "[" + step + "]";
    }
    String key = step.toString();
    if (key.indexOf('.') >= 0 || key.indexOf('/') >= 0) {
      return above + "[\"" + key + "\"]";
    }
    return above.isEmpty() ? key : above + "." + key;
  }
}
