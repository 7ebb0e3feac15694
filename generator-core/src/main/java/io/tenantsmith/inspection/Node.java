package io.tenantsmith.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place in an object and the value there. A place that an object does not have can be asked, too:
 * its value is null, and so is that of all places below it.
 *
 * @param parent null for the whole object
 * @param step a key, or the index of an item
 */
record Node(@Nullable Node parent, Object step, @Nullable Object value) {

  /** A whole object. */
  static Node of(Map<String, Object> tree) {
    return new Node(null, "", tree);
  }

  /** The place below that key. */
  Node get(String key) {
    return new Node(this, key, value instanceof Map<?, ?> map ? map.get(key) : null);
  }

  /** The place below these keys, one after the other. */
  Node at(String... keys) {
    Node node = this;
    for (String key : keys) {
      node = node.get(key);
    }
    return node;
  }

  /** The place under another key of the same map. */
  Node beside(String key) {
    return parent == null ? new Node(null, key, null) : parent.get(key);
  }

  /** The map there; empty if it is none. */
  Map<?, ?> map() {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  /** The items of a list; none if it is no list. */
  List<Node> items() {
    if (!(value instanceof List<?> list)) {
      return List.of();
    }
    List<Node> items = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      items.add(new Node(this, i, list.get(i)));
    }
    return items;
  }

  /** The places below a map's keys; none if it is no map. */
  List<Node> entries() {
    List<Node> entries = new ArrayList<>();
    if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        entries.add(new Node(this, entry.getKey(), entry.getValue()));
      }
    }
    return entries;
  }

  boolean isMissing() {
    return value == null;
  }

  boolean is(Object expected) {
    return expected.equals(value);
  }

  /** The text there; empty if there is none. */
  String text() {
    return value instanceof String text ? text : "";
  }

  /** The text there, or another if there is none. */
  String textOr(String other) {
    return value instanceof String text ? text : other;
  }

  /** The number there, or another if there is none. */
  int numberOr(int other) {
    return value instanceof Number number ? number.intValue() : other;
  }

  /** The key it stands under; that of its list if it is an item. */
  String key() {
    Node node = this;
    while (node.parent != null && node.step instanceof Integer) {
      node = node.parent;
    }
    return node.step.toString();
  }

  /** The key that the map stands under in which this stands. */
  String keyAbove() {
    Node node = this;
    while (node.parent != null && node.step instanceof Integer) {
      node = node.parent;
    }
    return node.parent == null ? "" : node.parent.key();
  }

  /** Whether it says where the object itself stands. */
  boolean isStanding() {
    return step.equals("namespace")
        && parent != null
        && parent.step.equals("metadata")
        && parent.parent != null
        && parent.parent.parent == null;
  }

  boolean isItem() {
    return step instanceof Integer;
  }

  /** The way to it, for instance {@code spec.rules[0].name}. */
  String path() {
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
