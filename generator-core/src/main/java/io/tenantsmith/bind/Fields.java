package io.tenantsmith.bind;

import io.tenantsmith.model.Sourced;
import io.tenantsmith.yaml.YamlMapping;
import io.tenantsmith.yaml.YamlNode;
import io.tenantsmith.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of one mapping; what is absent or known to be wrong reads as null. */
final class Fields {

  private final @Nullable YamlMapping mapping;
  private final DocumentDiagnostics diagnostics;

  Fields(@Nullable YamlMapping mapping, DocumentDiagnostics diagnostics) {
    this.mapping = mapping;
    this.diagnostics = diagnostics;
  }

  /** The mapping below a key; without fields if there is none. */
  Fields below(String name) {
    YamlNode node = node(name);
    if (node == null || node instanceof YamlMapping) {
      return new Fields((YamlMapping) node, diagnostics);
    }
    diagnostics.wrongType(node, "a mapping");
    return new Fields(null, diagnostics);
  }

  <T> @Nullable Sourced<T> sourced(String name, Reading<T> reading) {
    YamlNode node = node(name);
    T value = node == null ? null : reading.read(node, diagnostics);
    return node == null || value == null ? null : new Sourced<>(value, node.range());
  }

  <T> @Nullable T value(String name, Reading<T> reading) {
    YamlNode node = node(name);
    return node == null ? null : reading.read(node, diagnostics);
  }

  <T> T value(String name, Reading<T> reading, T otherwise) {
    T value = value(name, reading);
    return value == null ? otherwise : value;
  }

  /** The mappings of a list. */
  List<Fields> items(String name) {
    List<Fields> items = new ArrayList<>();
    if (node(name) instanceof YamlSequence sequence) {
      for (YamlNode item : sequence.items()) {
        if (item instanceof YamlMapping each && !diagnostics.isKnown(each)) {
          items.add(new Fields(each, diagnostics));
        }
      }
    }
    return items;
  }

  private @Nullable YamlNode node(String name) {
    YamlNode node =
        mapping == null ? null : mapping.find(name).map(YamlMapping.Entry::value).orElse(null);
    return node == null || diagnostics.isKnown(node) ? null : node;
  }
}
