package io.tenantsmith.yaml;

import io.tenantsmith.diagnostic.SourceRange;

/**
 * A scalar.
 *
 * @param text the text after unquoting
 * @param type what YAML 1.2 (core schema) reads it as
 * @param plain whether it is written without quotes
 */
public record YamlScalar(String text, Type type, boolean plain, SourceRange range)
    implements YamlNode {

  /** The types of a scalar. */
  public enum Type {
    STRING,
    INTEGER,
    NUMBER,
    BOOLEAN,
    NULL
  }

  @Override
  public String typeName() {
    return switch (type) {
      case STRING -> "string";
      case INTEGER -> "integer";
      case NUMBER -> "number";
      case BOOLEAN -> "boolean";
      case NULL -> "null";
    };
  }
}
