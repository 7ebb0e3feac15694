package io.tenantsmith.yaml;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list or mapping whose end has not come yet. */
final class OpenNode {

  private final boolean mapping;
  private final SourceRange begin;
  private final List<YamlNode> items = new ArrayList<>();
  private final List<YamlMapping.Entry> entries = new ArrayList<>();
  private final Map<String, SourceRange> keys = new HashMap<>();
  private boolean keyIsDue;
  private @Nullable YamlScalar key;

  private OpenNode(boolean mapping, SourceRange begin) {
    this.mapping = mapping;
    this.begin = begin;
    this.keyIsDue = mapping;
  }

  static OpenNode sequence(SourceRange begin) {
    return new OpenNode(false, begin);
  }

  static OpenNode mapping(SourceRange begin) {
    return new OpenNode(true, begin);
  }

  void add(YamlNode node, List<Diagnostic> diagnostics) {
    if (!mapping) {
      items.add(node);
    } else if (keyIsDue) {
      key = key(node, diagnostics);
      keyIsDue = false;
    } else {
      if (key != null) {
        entries.add(new YamlMapping.Entry(key, node));
      }
      keyIsDue = true;
    }
  }

  int keyCount() {
    return keys.size();
  }

  YamlNode close(SourceRange end) {
    SourceRange range =
        new SourceRange(begin.file(), begin.line(), begin.column(), end.endLine(), end.endColumn());
    return mapping ? new YamlMapping(entries, range) : new YamlSequence(items, range);
  }

  private @Nullable YamlScalar key(YamlNode node, List<Diagnostic> diagnostics) {
    if (!(node instanceof YamlScalar scalar)) {
      diagnostics.add(
          Diagnostic.error(Code.YAM112, node.range(), "a " + node.typeName() + " cannot be a key")
              .withHint("write a name followed by a colon and a space"));
      return null;
    }
    if (scalar.plain() && scalar.text().equals("<<")) {
      diagnostics.add(
          Diagnostic.error(Code.YAM108, scalar.range(), "merge keys are not allowed")
              .withHint("write the fields out, or put them into a template or tier"));
      return null;
    }
    return unique(scalar, diagnostics) ? scalar : null;
  }

  private boolean unique(YamlScalar scalar, List<Diagnostic> diagnostics) {
    SourceRange first = keys.putIfAbsent(scalar.text(), scalar.range());
    if (first != null) {
      diagnostics.add(
          Diagnostic.error(
                  Code.YAM107,
                  scalar.range(),
                  "the key " + Quoted.quote(scalar.text()) + " appears here a second time")
              .withRelated("first at", first)
              .withHint("keep one of them"));
    }
    return first == null;
  }
}
