package io.tenantsmith.edit;

import io.tenantsmith.yaml.PlainText;
import io.tenantsmith.yaml.QuotedText;
import io.tenantsmith.yaml.YamlMapping;
import io.tenantsmith.yaml.YamlNode;
import io.tenantsmith.yaml.YamlScalar;
import io.tenantsmith.yaml.YamlSequence;
import java.util.stream.Collectors;

/**
 * Writes a new value as a person would: mappings below each other, lists of words in brackets, in
 * the order that they have.
 *
 * @param lineBreak between lines
 * @param step by how many blanks a level is indented
 */
record ValueText(String lineBreak, int step) {

  /** What follows a key and its colon, on its line or below it. */
  String afterColon(YamlNode value, int indent) {
    return needsLines(value) ? lines(value, indent + step) : " " + flow(value);
  }

  /** Whether the value is written below its key where brackets do not force it into a line. */
  static boolean needsLines(YamlNode value) {
    if (value instanceof YamlMapping mapping) {
      return !mapping.entries().isEmpty();
    }
    return value instanceof YamlSequence sequence
        && sequence.items().stream().anyMatch(item -> !(item instanceof YamlScalar));
  }

  /** The value below its key, with the line break before it. */
  String lines(YamlNode value, int indent) {
    String margin = lineBreak + " ".repeat(indent);
    if (value instanceof YamlMapping mapping) {
      return mapping.entries().stream()
          .map(entry -> margin + key(entry.name()) + ":" + afterColon(entry.value(), indent))
          .collect(Collectors.joining());
    }
    return ((YamlSequence) value)
        .items().stream().map(item -> margin + "- " + flow(item)).collect(Collectors.joining());
  }

  /** The value in one line. */
  static String flow(YamlNode value) {
    if (value instanceof YamlMapping mapping) {
      return mapping.entries().stream()
          .map(entry -> key(entry.name()) + ": " + flow(entry.value()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof YamlSequence sequence) {
      return sequence.items().stream()
          .map(ValueText::flow)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    YamlScalar scalar = (YamlScalar) value;
    if (scalar.type() == YamlScalar.Type.NULL) {
      return "null";
    }
    return scalar.plain() ? scalar.text() : QuotedText.of(scalar.text());
  }

  /** A scalar in the quotes of the one that it replaces. */
  static String flowInQuotes(YamlNode value, char quote) {
    if (!(value instanceof YamlScalar scalar) || scalar.type() != YamlScalar.Type.STRING) {
      return flow(value);
    }
    if (quote == '"') {
      return QuotedText.of(scalar.text());
    }
    boolean isSimple = scalar.text().chars().allMatch(c -> c >= ' ' && c < 0x7f);
    return quote == '\'' && isSimple ? "'" + scalar.text().replace("'", "''") + "'" : flow(scalar);
  }

  /** A key without its colon. */
  static String key(String name) {
    return PlainText.isSafe(name) ? name : QuotedText.of(name);
  }
}
