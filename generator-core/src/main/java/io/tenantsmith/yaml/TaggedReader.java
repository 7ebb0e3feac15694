package io.tenantsmith.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads YAML that we rendered, tags and all. What it cannot read is a bug of ours, so it throws.
 * Thread-safe.
 */
public final class TaggedReader {

  private static final int MOST_SHAPES = 100;

  private final LoadSettings settings =
      LoadSettings.builder().setUseMarks(false).setLabel("rendered text").build();

  /**
   * Trees by the shape of a text. The map stays small, since texts of one template have few shapes.
   */
  private final Map<String, TaggedShape> shapes = new ConcurrentHashMap<>();

  /**
   * Reads the one document of a text. Of texts that differ in nothing but their quoted strings, the
   * first one is parsed.
   *
   * @throws IllegalArgumentException if it is empty, has anchors, aliases, keys that are not
   *     scalars or a duplicate key, or is followed by another document
   * @throws RuntimeException if it is not YAML
   */
  public TaggedNode read(String text) {
    if (text.indexOf(QuotedStrings.MARK) >= 0) {
      return parsed(text);
    }
    QuotedStrings parts = QuotedStrings.of(text);
    TaggedShape shape = shapes.get(parts.shape());
    if (shape == null) {
      shape = TaggedShape.of(parsed(parts.shape()), parts.strings().size());
      if (shapes.size() < MOST_SHAPES) {
        shapes.put(parts.shape(), shape);
      }
    }
    return shape.isWhole() ? shape.holding(parts.strings()) : parsed(text);
  }

  private TaggedNode parsed(String text) {
    Iterator<Event> events = new Parse(settings).parseString(text).iterator();
    expect(events, Event.ID.StreamStart);
    expect(events, Event.ID.DocumentStart);
    TaggedNode root = node(events, events.next());
    expect(events, Event.ID.DocumentEnd);
    expect(events, Event.ID.StreamEnd);
    return root;
  }

  private TaggedNode node(Iterator<Event> events, Event event) {
    if (!(event instanceof NodeEvent node) || node.getAnchor().map(Anchor::getValue).isPresent()) {
      throw new IllegalArgumentException("an anchor, an alias or no node: " + event);
    }
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar);
    }
    return event instanceof SequenceStartEvent sequence
        ? sequence(events, sequence)
        : mapping(events, (MappingStartEvent) event);
  }

  private TaggedNode.Sequence sequence(Iterator<Event> events, SequenceStartEvent start) {
    List<TaggedNode> items = new ArrayList<>();
    for (Event e = events.next(); e.getEventId() != Event.ID.SequenceEnd; e = events.next()) {
      items.add(node(events, e));
    }
    return new TaggedNode.Sequence(ownTag(start.getTag()), items);
  }

  private TaggedNode.Mapping mapping(Iterator<Event> events, MappingStartEvent start) {
    List<TaggedNode.Entry> entries = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Event e = events.next(); e.getEventId() != Event.ID.MappingEnd; e = events.next()) {
      if (!(node(events, e) instanceof TaggedNode.Scalar key) || !seen.add(key.text())) {
        throw new IllegalArgumentException("a key that is no scalar or appears twice");
      }
      entries.add(new TaggedNode.Entry(key, node(events, events.next())));
    }
    return new TaggedNode.Mapping(ownTag(start.getTag()), entries);
  }

  private TaggedNode.Scalar scalar(ScalarEvent event) {
    String text = event.getValue();
    YamlScalar.Type type = event.isPlain() ? ScalarTypes.plainType(text) : YamlScalar.Type.STRING;
    return new TaggedNode.Scalar(ownTag(event.getTag()), text, type, event.isPlain());
  }

  private static @Nullable String ownTag(Optional<String> tag) {
    return tag.filter(name -> !name.startsWith(Tag.PREFIX)).orElse(null);
  }

  private static void expect(Iterator<Event> events, Event.ID id) {
    Event event = events.next();
    if (event.getEventId() != id) {
      throw new IllegalArgumentException(event + " where " + id + " belongs");
    }
  }
}
