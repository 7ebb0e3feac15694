package io.tenantsmith.edit;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.yaml.PlainText;
import io.tenantsmith.yaml.YamlMapping;
import io.tenantsmith.yaml.YamlNode;
import io.tenantsmith.yaml.YamlScalar;
import io.tenantsmith.yaml.YamlSequence;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Values that are in no file yet, as nodes without a place. */
final class NewNode {

  private static final SourceRange NOWHERE = SourceRange.ofFile("");

  /** A mapping that holds nothing. */
  static final YamlNode EMPTY = new YamlMapping(List.of(), NOWHERE);

  private NewNode() {}

  /** The node of a value. */
  static YamlNode of(Object value) {
    if (value instanceof YamlNode node) {
      return copy(node);
    }
    if (value instanceof Map<?, ?> map) {
      List<YamlMapping.Entry> entries = new ArrayList<>();
      map.forEach((key, each) -> entries.add(entry((String) key, of(each))));
      return new YamlMapping(entries, NOWHERE);
    }
    if (value instanceof List<?> list) {
      return new YamlSequence(list.stream().map(NewNode::of).toList(), NOWHERE);
    }
    return scalar(value);
  }

  /** A key with its value. */
  static YamlMapping.Entry entry(String key, YamlNode value) {
    return new YamlMapping.Entry(text(key), value);
  }

  /** A mapping of one key, or of that many around each other. */
  static YamlNode nested(List<String> names, YamlNode value) {
    YamlNode node = value;
    for (int i = names.size() - 1; i >= 0; i--) {
      node = new YamlMapping(List.of(entry(names.get(i), node)), NOWHERE);
    }
    return node;
  }

  /** Whether a node is new, so that only its value counts, and not how it is written. */
  static boolean isNew(YamlNode node) {
    return node.range().equals(NOWHERE);
  }

  private static YamlScalar scalar(Object value) {
    if (value instanceof String text) {
      return text(text);
    }
    if (value instanceof Boolean) {
      return new YamlScalar(value.toString(), YamlScalar.Type.BOOLEAN, true, NOWHERE);
    }
    if (value instanceof BigDecimal number) {
      YamlScalar.Type type = number.scale() > 0 ? YamlScalar.Type.NUMBER : YamlScalar.Type.INTEGER;
      return new YamlScalar(number.toPlainString(), type, true, NOWHERE);
    }
    if (value instanceof Integer || value instanceof Long || value instanceof BigInteger) {
      return new YamlScalar(value.toString(), YamlScalar.Type.INTEGER, true, NOWHERE);
    }
    throw new IllegalArgumentException("no value of a file: a " + value.getClass().getName());
  }

  private static YamlScalar text(String text) {
    return new YamlScalar(text, YamlScalar.Type.STRING, PlainText.isSafe(text), NOWHERE);
  }

  private static YamlNode copy(YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      return new YamlMapping(
          mapping.entries().stream().map(e -> entry(e.name(), copy(e.value()))).toList(), NOWHERE);
    }
    if (node instanceof YamlSequence sequence) {
      return new YamlSequence(sequence.items().stream().map(NewNode::copy).toList(), NOWHERE);
    }
    YamlScalar scalar = (YamlScalar) node;
    return new YamlScalar(scalar.text(), scalar.type(), scalar.plain(), NOWHERE);
  }
}
