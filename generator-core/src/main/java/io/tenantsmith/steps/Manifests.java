package io.tenantsmith.steps;

import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.yaml.TaggedNode;
import io.tenantsmith.yaml.TaggedReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the objects of a file that an earlier run wrote. */
public final class Manifests {

  /** Between two documents; inside of one, text never begins in the first column. */
  private static final Pattern SEPARATOR = Pattern.compile("(?m)^---\\s*$");

  private static final String BUILD = "Kustomization";

  private final TaggedReader reader = new TaggedReader();

  /** The objects of a file, none of what is no manifest; empty if somebody broke it. */
  public Optional<List<KubernetesObject>> read(String name, byte[] content) {
    if (!name.endsWith(".yaml")) {
      return Optional.of(List.of());
    }
    try {
      String text = new String(content, StandardCharsets.UTF_8);
      List<KubernetesObject> objects = new ArrayList<>();
      for (String document : SEPARATOR.split(text, -1)) {
        object(document).ifPresent(objects::add);
      }
      return Optional.of(List.copyOf(objects));
    } catch (RuntimeException e) {
      // Edited by hand, or not by us: the comparison of files says so, with its place.
      return Optional.empty();
    }
  }

  /** What a tenant.json says, since JSON is YAML; empty if somebody broke it. */
  public Optional<Map<String, Object>> facts(byte[] content) {
    try {
      String text = new String(content, StandardCharsets.UTF_8);
      return Optional.of(tree((TaggedNode.Mapping) reader.read(text)));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private Optional<KubernetesObject> object(String document) {
    boolean empty = document.lines().allMatch(line -> line.isBlank() || line.startsWith("#"));
    if (empty) {
      return Optional.empty();
    }
    Map<String, Object> tree = tree((TaggedNode.Mapping) reader.read(document));
    if (BUILD.equals(tree.get("kind")) && !tree.containsKey("metadata")) {
      return Optional.empty();
    }
    KubernetesObject object = KubernetesObject.of(tree);
    object.ref();
    return Optional.of(object);
  }

  private static Map<String, Object> tree(TaggedNode.Mapping mapping) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (TaggedNode.Entry entry : mapping.entries()) {
      value(entry.value()).forEach(value -> tree.put(entry.key().text(), value));
    }
    return tree;
  }

  /** The value of a node; none for null, which is the same as to leave it out. */
  private static Stream<Object> value(TaggedNode node) {
    if (node instanceof TaggedNode.Mapping mapping) {
      return Stream.of(tree(mapping));
    }
    if (node instanceof TaggedNode.Sequence sequence) {
      return Stream.of(sequence.items().stream().flatMap(Manifests::value).toList());
    }
    TaggedNode.Scalar scalar = (TaggedNode.Scalar) node;
    return switch (scalar.type()) {
      case NULL -> Stream.of();
      case BOOLEAN -> Stream.of(Boolean.valueOf(scalar.text()));
      case INTEGER -> Stream.of(Long.valueOf(scalar.text()));
      case NUMBER -> Stream.of(Double.valueOf(scalar.text()));
      case STRING -> Stream.of(scalar.text());
    };
  }
}
