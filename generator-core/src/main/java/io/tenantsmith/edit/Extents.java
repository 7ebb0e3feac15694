package io.tenantsmith.edit;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.yaml.YamlMapping;
import io.tenantsmith.yaml.YamlNode;
import io.tenantsmith.yaml.YamlScalar;
import io.tenantsmith.yaml.YamlSequence;

/**
 * Where values stand in the text. A reader ends a value in block style where the next one begins;
 * here it ends with its last character, so that comments and empty lines behind it are not its own.
 */
final class Extents {

  private final EditableText text;

  Extents(EditableText text) {
    this.text = text;
  }

  int start(YamlNode node) {
    return text.offset(node.range().line(), node.range().column());
  }

  /** The end of a node, exclusive. */
  int end(YamlNode node) {
    if (isBlockScalar(node)) {
      return endOfBlockScalar(node);
    }
    if (node instanceof YamlMapping mapping && !isFlow(node)) {
      return end(mapping.entries().get(mapping.entries().size() - 1).value());
    }
    if (node instanceof YamlSequence sequence && !isFlow(node)) {
      YamlNode last = sequence.items().get(sequence.items().size() - 1);
      return end(last);
    }
    return endAsRead(node);
  }

  /** Whether it is a list or mapping in brackets. */
  boolean isFlow(YamlNode node) {
    return !(node instanceof YamlScalar) && "{[".indexOf(text.at(start(node))) >= 0;
  }

  /** Whether it is a list or mapping whose parts have lines of their own. */
  boolean isBlockCollection(YamlNode node) {
    return !(node instanceof YamlScalar) && !isFlow(node);
  }

  /** Whether it is a text below {@code |} or {@code >}. */
  boolean isBlockScalar(YamlNode node) {
    if (!(node instanceof YamlScalar scalar) || scalar.plain()) {
      return false;
    }
    char first = text.at(start(node));
    return first == '|' || first == '>';
  }

  /** Whether nothing at all is written, which is read as null. */
  boolean isAbsent(YamlNode node) {
    return node instanceof YamlScalar scalar && scalar.plain() && scalar.text().isEmpty();
  }

  /** Whether the empty lines behind a node belong to it. */
  boolean keepsLinesBehind(YamlNode node) {
    if (isBlockScalar(node)) {
      String header = text.part(start(node), text.lineEnd(start(node)));
      int comment = header.indexOf('#');
      return (comment < 0 ? header : header.substring(0, comment)).indexOf('+') >= 0;
    }
    if (isBlockCollection(node)) {
      return keepsLinesBehind(
          node instanceof YamlMapping mapping
              ? mapping.entries().get(mapping.entries().size() - 1).value()
              : ((YamlSequence) node).items().get(((YamlSequence) node).items().size() - 1));
    }
    return false;
  }

  private int endAsRead(YamlNode node) {
    SourceRange range = node.range();
    return text.offset(range.endLine(), range.endColumn());
  }

  private int endOfBlockScalar(YamlNode node) {
    int header = text.lineEnd(start(node));
    int end = Math.max(endAsRead(node), header);
    boolean keeps = keepsLinesBehind(node);
    int lineStart = text.lineStart(end);
    // The reader stands in the next line, behind its indentation, or behind the last one.
    while (lineStart > header && text.isBlank(lineStart, Math.min(end, text.lineEnd(lineStart)))) {
      end = text.lineEnd(text.lineStart(lineStart - 1));
      lineStart = text.lineStart(end);
      if (keeps) {
        break;
      }
    }
    return Math.max(end, header);
  }
}
