package io.tenantsmith.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * Reads YAML that we rendered, tags and all. What it can not read is a mistake of ours, so it
 * throws.
 */
public final class TaggedReader {

  // The library's other schemas try regular expressions on every scalar to find its type.
  private final LoadSettings settings =
      LoadSettings.builder()
          .setUseMarks(false)
          .setSchema(new FailsafeSchema())
          .setLabel("rendered text")
          .build();

  /**
   * Reads the one document of a text.
   *
   * @throws IllegalArgumentException if it is empty, has aliases, keys that are no scalars or a key
   *     twice
   * @throws RuntimeException if it is not YAML
   */
  public TaggedNode read(String text) {
    Node root =
        new Compose(settings)
            .composeString(text)
            .orElseThrow(() -> new IllegalArgumentException("no document"));
    return node(root);
  }

  private TaggedNode node(Node node) {
    if (node.getAnchor().isPresent()) {
      throw new IllegalArgumentException("an anchor");
    }
    if (node instanceof ScalarNode scalar) {
      return scalar(scalar);
    }
    if (node instanceof SequenceNode sequence) {
      List<TaggedNode> items = new ArrayList<>();
      sequence.getValue().forEach(item -> items.add(node(item)));
      return new TaggedNode.Sequence(ownTag(node), items);
    }
    return mapping((MappingNode) node);
  }

  private TaggedNode.Mapping mapping(MappingNode node) {
    List<TaggedNode.Entry> entries = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key) || !seen.add(key.getValue())) {
        throw new IllegalArgumentException("a key that is no scalar or stands twice");
      }
      entries.add(new TaggedNode.Entry(scalar(key), node(tuple.getValueNode())));
    }
    return new TaggedNode.Mapping(ownTag(node), entries);
  }

  private static TaggedNode.Scalar scalar(ScalarNode node) {
    boolean plain = node.getScalarStyle() == ScalarStyle.PLAIN;
    String tag = ownTag(node);
    YamlScalar.Type type =
        plain && tag == null ? ScalarTypes.plainType(node.getValue()) : YamlScalar.Type.STRING;
    return new TaggedNode.Scalar(tag, node.getValue(), type, plain);
  }

  private static @Nullable String ownTag(Node node) {
    String tag = node.getTag().getValue();
    return tag.startsWith("!") ? tag : null;
  }
}
