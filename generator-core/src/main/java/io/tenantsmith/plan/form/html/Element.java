package io.tenantsmith.plan.form.html;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An element of a page. Names and classes are ours; texts of others are {@link Words} or values of
 * attributes, which are escaped where they are written.
 *
 * @param name the element and its classes, for instance {@code span.sign.added}
 */
record Element(String name, SortedMap<String, String> attributes, List<Part> parts)
    implements Part {

  private static final SortedMap<String, String> NONE = Collections.emptySortedMap();

  Element {
    attributes = attributes.isEmpty() ? NONE : Collections.unmodifiableSortedMap(attributes);
    parts = List.copyOf(parts);
  }

  static Element of(String name, Part... parts) {
    return new Element(name, NONE, List.of(parts));
  }

  static Element of(String name, List<? extends Part> parts) {
    return new Element(name, NONE, List.copyOf(parts));
  }

  static Element of(String name, String words) {
    return of(name, new Words(words));
  }

  /** The same with an attribute. */
  Element having(String attribute, String value) {
    SortedMap<String, String> more = new TreeMap<>(attributes);
    more.put(attribute, Words.visible(value));
    return new Element(name, more, parts);
  }

  /** The same with more parts at its end. */
  Element with(Part... more) {
    List<Part> all = new ArrayList<>(parts);
    all.addAll(List.of(more));
    return new Element(name, attributes, all);
  }

  /** The name without classes. */
  String tag() {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** The classes as an attribute holds them; empty if there are none. */
  String classes() {
    int dot = name.indexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).replace('.', ' ');
  }
}
