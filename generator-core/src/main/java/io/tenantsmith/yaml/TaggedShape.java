package io.tenantsmith.yaml;

import java.util.ArrayList;
import java.util.List;

/**
 * The tree of a text whose strings were taken out.
 *
 * @param root in which marks stand for strings
 * @param isWhole whether every mark came back as a string, each once and in its order
 */
record TaggedShape(TaggedNode root, boolean isWhole) {

  static TaggedShape of(TaggedNode root, int strings) {
    List<Integer> found = new ArrayList<>();
    collect(root, found);
    boolean whole = found.size() == strings;
    for (int i = 0; i < found.size(); i++) {
      whole &= found.get(i) == i;
    }
    return new TaggedShape(root, whole);
  }

  /** The tree with strings for its marks. */
  TaggedNode holding(List<String> strings) {
    return filled(root, strings);
  }

  private static void collect(TaggedNode node, List<Integer> found) {
    if (node instanceof TaggedNode.Scalar scalar) {
      if (isMark(scalar)) {
        found.add(number(scalar));
      }
    } else if (node instanceof TaggedNode.Sequence sequence) {
      sequence.items().forEach(item -> collect(item, found));
    } else if (node instanceof TaggedNode.Mapping mapping) {
      mapping.entries().forEach(entry -> collect(entry.value(), found));
    }
  }

  private static TaggedNode filled(TaggedNode node, List<String> strings) {
    if (node instanceof TaggedNode.Scalar scalar) {
      return isMark(scalar)
          ? new TaggedNode.Scalar(
              scalar.tag(), strings.get(number(scalar)), scalar.type(), scalar.plain())
          : scalar;
    }
    if (node instanceof TaggedNode.Sequence sequence) {
      List<TaggedNode> items = new ArrayList<>(sequence.items().size());
      for (TaggedNode item : sequence.items()) {
        items.add(filled(item, strings));
      }
      return new TaggedNode.Sequence(sequence.tag(), items);
    }
    TaggedNode.Mapping mapping = (TaggedNode.Mapping) node;
    List<TaggedNode.Entry> entries = new ArrayList<>(mapping.entries().size());
    for (TaggedNode.Entry entry : mapping.entries()) {
      entries.add(new TaggedNode.Entry(entry.key(), filled(entry.value(), strings)));
    }
    return new TaggedNode.Mapping(mapping.tag(), entries);
  }

  /** Whether it is nothing but a mark and a number, in quotes. */
  private static boolean isMark(TaggedNode.Scalar scalar) {
    String text = scalar.text();
    if (scalar.plain() || text.length() < 2 || text.charAt(0) != QuotedStrings.MARK) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static int number(TaggedNode.Scalar scalar) {
    return Integer.parseInt(scalar.text(), 1, scalar.text().length(), 10);
  }
}
