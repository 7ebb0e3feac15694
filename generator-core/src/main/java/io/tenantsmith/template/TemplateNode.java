package io.tenantsmith.template;

import io.tenantsmith.diagnostic.SourceRange;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A template as it is read: the content of the file, with the place of everything. Checks of
 * templates walk over it.
 */
public sealed interface TemplateNode {

  /** Its place. */
  SourceRange place();

  /** Whether the result is the same for every source. */
  boolean isFixed();

  /** The kind of the objects of a document, if all of them have the same kind and it is fixed. */
  static Optional<String> kindOf(TemplateNode document) {
    if (document instanceof Mapping mapping) {
      return mapping
          .find("kind")
          .filter(Constant.class::isInstance)
          .map(kind -> String.valueOf(((Constant) kind).tree()));
    }
    if (document instanceof Each each) {
      return kindOf(each.body());
    }
    return document instanceof If choice && choice.then() != null && choice.otherwise() == null
        ? kindOf(choice.then())
        : Optional.empty();
  }

  /** A scalar, or a fragment that the table of values knows as a constant. */
  record Constant(Object tree, SourceRange place) implements TemplateNode {
    @Override
    public boolean isFixed() {
      return true;
    }
  }

  /** {@code {$eval: name}}: the value takes the node's place. */
  record Hole(Reference value, SourceRange place) implements TemplateNode {
    @Override
    public boolean isFixed() {
      return false;
    }
  }

  /** A string with {@code ${name}} in it. */
  record Text(List<Part> parts, SourceRange place) implements TemplateNode {

    /** Copies the parts. */
    public Text {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean isFixed() {
      return false;
    }

    /** A piece of such a string. */
    public sealed interface Part {}

    /** Literal text. */
    public record Literal(String text) implements Part {}

    /** A scalar's text. */
    public record Inserted(Reference value) implements Part {}
  }

  /** A mapping in the order of the file. */
  record Mapping(List<Entry> entries, SourceRange place) implements TemplateNode {

    /** Copies the entries. */
    public Mapping {
      entries = List.copyOf(entries);
    }

    @Override
    public boolean isFixed() {
      return hasFixedKeys() && entries.stream().allMatch(entry -> entry.value().isFixed());
    }

    /** Whether no key has a {@code ${name}} in it. */
    public boolean hasFixedKeys() {
      return entries.stream().allMatch(entry -> entry.key().isFixed());
    }

    /** The value of a literal key. */
    public Optional<TemplateNode> find(String key) {
      return entries.stream()
          .filter(entry -> entry.name().filter(key::equals).isPresent())
          .map(Entry::value)
          .findFirst();
    }
  }

  /**
   * A key with its value.
   *
   * @param key a constant string or a text
   */
  record Entry(TemplateNode key, TemplateNode value) {

    /** The key, unless it has a {@code ${name}} in it. */
    public Optional<String> name() {
      return key instanceof Constant constant
          ? Optional.of((String) constant.tree())
          : Optional.empty();
    }
  }

  /** A list. */
  record Sequence(List<TemplateNode> items, SourceRange place) implements TemplateNode {

    /** Copies the items. */
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public boolean isFixed() {
      return items.stream().allMatch(TemplateNode::isFixed);
    }
  }

  /** {@code $if}: one of two nodes; a missing branch leaves nothing. */
  record If(
      Reference condition,
      @Nullable TemplateNode then,
      @Nullable TemplateNode otherwise,
      SourceRange place)
      implements TemplateNode {
    @Override
    public boolean isFixed() {
      return false;
    }

    /** Whether something is left, whatever the condition is. */
    public boolean isAlwaysPresent() {
      return isPresent(then) && isPresent(otherwise);
    }

    private static boolean isPresent(@Nullable TemplateNode branch) {
      return branch != null && (!(branch instanceof If inner) || inner.isAlwaysPresent());
    }
  }

  /** {@code $map}: a list of one node for each row. */
  record Each(Reference rows, String variable, TemplateNode body, SourceRange place)
      implements TemplateNode {
    @Override
    public boolean isFixed() {
      return false;
    }
  }

  /**
   * {@code $flatten}: items that are lists are replaced by their items.
   *
   * @param list a sequence or an each
   */
  record Flatten(TemplateNode list, SourceRange place) implements TemplateNode {
    @Override
    public boolean isFixed() {
      return list.isFixed();
    }
  }

  /**
   * {@code $merge}: mappings become one, later keys win.
   *
   * @param list a sequence or an each
   */
  record Merge(TemplateNode list, SourceRange place) implements TemplateNode {
    @Override
    public boolean isFixed() {
      return list.isFixed();
    }
  }
}
