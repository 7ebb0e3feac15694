package io.tenantsmith.bind;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.Plugin;
import io.tenantsmith.model.PluginText;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.yaml.Faults;
import io.tenantsmith.yaml.YamlMapping;
import io.tenantsmith.yaml.YamlNode;
import io.tenantsmith.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Readings of lists and of mappings with arbitrary keys; a wrong item is left out. */
final class Lists {

  /** Texts by name, sorted. */
  static final Reading<Map<String, String>> TEXTS = Lists::texts;

  /** One plugin or theme. */
  static final Reading<Plugin> PLUGIN = Lists::plugin;

  /** Plugins, no slug twice. */
  static final Reading<List<Plugin>> PLUGINS =
      (node, diagnostics) -> {
        refuseTwice(node, diagnostics);
        return of(PLUGIN).read(node, diagnostics);
      };

  private Lists() {}

  static <T> Reading<List<T>> of(Reading<T> item) {
    return (node, diagnostics) -> {
      if (!(node instanceof YamlSequence sequence)) {
        return diagnostics.wrongType(node, "a list");
      }
      List<T> items = new ArrayList<>();
      for (YamlNode each : sequence.items()) {
        T value = diagnostics.isKnown(each) ? null : item.read(each, diagnostics);
        if (value != null) {
          items.add(value);
        }
      }
      return List.copyOf(items);
    };
  }

  /** A value with its place. */
  static <T> Reading<Sourced<T>> sourced(Reading<T> reading) {
    return (node, diagnostics) -> {
      T value = reading.read(node, diagnostics);
      return value == null ? null : new Sourced<>(value, node.range());
    };
  }

  private static @Nullable Map<String, String> texts(
      YamlNode node, DocumentDiagnostics diagnostics) {
    if (!(node instanceof YamlMapping mapping)) {
      return diagnostics.wrongType(node, "a mapping");
    }
    Map<String, String> texts = new TreeMap<>();
    for (YamlMapping.Entry entry : mapping.entries()) {
      String text =
          diagnostics.isKnown(entry.value()) ? null : Scalars.TEXT.read(entry.value(), diagnostics);
      if (text != null) {
        texts.put(entry.name(), text);
      }
    }
    return Collections.unmodifiableMap(texts);
  }

  private static @Nullable Plugin plugin(YamlNode node, DocumentDiagnostics diagnostics) {
    if (!(node instanceof YamlMapping mapping)) {
      return diagnostics.wrongType(node, "a mapping");
    }
    Fields fields = new Fields(mapping, diagnostics);
    String name = fields.value("name", Scalars.checked(Code.VAL110, PluginText::slug));
    String version = fields.value("version", Scalars.checked(Code.VAL110, PluginText::version));
    return name == null || version == null ? null : new Plugin(name, version);
  }

  private static void refuseTwice(YamlNode node, DocumentDiagnostics diagnostics) {
    Map<String, SourceRange> first = new HashMap<>();
    List<YamlNode> items = node instanceof YamlSequence s ? s.items() : List.of();
    for (YamlNode item : items) {
      Fields fields =
          new Fields(
              item instanceof YamlMapping m ? m : null, new DocumentDiagnostics(Faults.NONE));
      Sourced<String> name = fields.sourced("name", Scalars.TEXT);
      SourceRange before = name == null ? null : first.putIfAbsent(name.value(), name.range());
      if (name != null && before != null) {
        diagnostics.add(
            Diagnostic.error(
                    Code.SCH010, name.range(), Quoted.quote(name.value()) + " appears twice")
                .withHint("remove one of them")
                .withRelated("first at", before));
      }
    }
  }
}
