package io.tenantsmith.yaml;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value of rendered YAML with its own tag, for checks of what we wrote ourselves. */
public sealed interface TaggedNode {

  /** The tag with its exclamation mark, null where it has none of its own. */
  @Nullable String tag();

  /**
   * A scalar.
   *
   * @param type what YAML 1.2 reads it as
   * @param plain whether it is written without quotes
   */
  record Scalar(@Nullable String tag, String text, YamlScalar.Type type, boolean plain)
      implements TaggedNode {

    /** Whether it is a string without a tag of its own. */
    public boolean isString() {
      return tag == null && type == YamlScalar.Type.STRING;
    }
  }

  /** A list. */
  record Sequence(@Nullable String tag, List<TaggedNode> items) implements TaggedNode {

    /** Copies the list. */
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** A mapping; no key appears in it twice. */
  record Mapping(@Nullable String tag, List<Entry> entries) implements TaggedNode {

    /** Copies the entries. */
    public Mapping {
      entries = List.copyOf(entries);
    }

    /** The value of a key. */
    public Optional<TaggedNode> get(String key) {
      for (Entry entry : entries) {
        if (entry.key().text().equals(key)) {
          return Optional.of(entry.value());
        }
      }
      return Optional.empty();
    }
  }

  /** One key with its value. */
  record Entry(Scalar key, TaggedNode value) {}
}
