package io.tenantsmith.yaml;

import io.tenantsmith.diagnostic.SourceRange;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** What YAML 1.2 reads a scalar as: quoted is text, plain follows the JSON schema. */
final class ScalarTypes {

  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,18})");
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,30})?([eE][-+]?[0-9]{1,3})?");

  private ScalarTypes() {}

  static YamlScalar scalar(ScalarEvent event, SourceRange range) {
    String text = event.getValue();
    boolean plain = event.isPlain();
    return new YamlScalar(text, plain ? plainType(text) : YamlScalar.Type.STRING, plain, range);
  }

  /** Type of a plain scalar without a tag. */
  static YamlScalar.Type plainType(String text) {
    return switch (text) {
      case "", "~", "null" -> YamlScalar.Type.NULL;
      case "true", "false" -> YamlScalar.Type.BOOLEAN;
      default -> numeric(text);
    };
  }

  private static YamlScalar.Type numeric(String text) {
    char first = text.charAt(0);
    if (text.length() > 64 || (first != '-' && (first < '0' || first > '9'))) {
      return YamlScalar.Type.STRING;
    }
    if (INTEGER.matcher(text).matches()) {
      return YamlScalar.Type.INTEGER;
    }
    return NUMBER.matcher(text).matches() ? YamlScalar.Type.NUMBER : YamlScalar.Type.STRING;
  }
}
